// What the worker does when a page opens: send what waits, say what still does, keep what has changed.
import { flush } from "./queue.js";
import { list, refresh } from "./refresh.js";
import { drop, mine, open } from "./rows.js";
import { read, remove, write } from "./store.js";

const ASK = /^\/asks\/[0-9a-f-]{36}\/(?:forecast|pocket|answer)\/$/;
// Whether what this page shows or leads to is not kept yet: no copy of Today, or an ask that was just begun.
const isMissing = async (path) => !(await read("pages", ASK.test(path) ? path : "/"));

export async function tell() {
  const rows = await mine();
  const refused = rows.filter(([, row]) => row.refused).length;
  const said = { waits: rows.length - refused, refused, lead: await read("notes", "lead") };
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(said);
  return said;
}

// A new worker takes over where one page is open, and no form in it.
async function takeOver() {
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  if (pages.length < 2) await self.skipWaiting();
}

async function unsent(client) {
  const rows = await Promise.all((await mine()).map(async ([key, row]) => ({ key, ...row, ...(await open(row)) })));
  client.postMessage({ rows });
}

export async function visit({ path, isInstalled, isNew, list: wanted, gone, again }, client) {
  if (isNew) return takeOver();
  if (isInstalled) await write("notes", "installed", true);
  if (gone) await remove("queue", gone);
  if (path.startsWith("/pause/")) await remove("notes", "lead");
  await flush().catch(() => {});
  const { waits } = await tell();
  if (wanted) await unsent(client);
  if (again && waits) throw new Error("the browser tries again later");
  if (again || (path !== "/" && !(await isMissing(path)))) return null;
  const listed = navigator.onLine ? await list().catch(() => null) : null;
  if (listed) await drop(listed.erased);
  return listed && refresh(listed).catch(() => {});
}
