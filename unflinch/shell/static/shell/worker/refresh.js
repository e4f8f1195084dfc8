// The list of what to keep comes from the server, each page with a mark that changes with what it shows.
import { era, isOurs, sealedBy } from "./pages.js";
import { keys, read, remove, seal, write } from "./store.js";

const LIST = "/offline/";
const FILES = "files";
// What hangs would hold up a new release, which takes over once the old worker has nothing in its hands.
const notForEver = () => AbortSignal.timeout(20000);

export async function list() {
  const answer = await fetch(LIST, { signal: notForEver() });
  return answer.ok && (await isOurs(answer)) ? answer.json() : null;
}

// Fetch what has changed of the list, one by one, and let go what is no longer on it.
export async function refresh({ pages, files }) {
  const begun = era;
  const shelf = await caches.open(FILES);
  for (const file of files) if (!(await shelf.match(file))) await shelf.add(new Request(file, { signal: notForEver() }));
  for (const [address, stamp] of pages) {
    if ((await read("pages", address))?.stamp === stamp) continue;
    const answer = await fetch(address, { signal: notForEver() });
    if (!answer.ok || !(await isOurs(answer)) || era !== begun) return;
    const to = answer.redirected ? new URL(answer.url).pathname : "";
    const policy = answer.headers.get("Content-Security-Policy");
    const sealed = await seal(sealedBy(address), JSON.stringify({ to, policy, html: to ? "" : await answer.text() }));
    if (era === begun) await write("pages", address, { at: Date.now(), stamp, ...sealed });
  }
  const listed = new Set(pages.map(([address]) => address));
  for (const address of await keys("pages")) if (!listed.has(address) && !address.startsWith("/drafts/")) await remove("pages", address);
  for (const { url } of await shelf.keys()) if (!files.includes(new URL(url).pathname)) await shelf.delete(url);
}
