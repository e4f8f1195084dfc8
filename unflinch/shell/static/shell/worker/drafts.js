// What was typed and not sent: it goes to the server, and what can't stays on this phone, sealed, and outlives the pages.
import { isOurs } from "./pages.js";
import { waitingAt } from "./rows.js";
import { keys, read, remove, seal, unseal, write } from "./store.js";

const DRAFT = /^\/drafts\/(?:([a-z-]+)\/([0-9a-f-]{36})|.+)\/$/;

export const isDraft = (path) => DRAFT.test(path);

// An ask that is deleted or taken back takes along what was typed about it.
export async function dropDraftsOf(path) {
  const [, ask] = /^\/asks\/([^/]+)\//.exec(path) ?? [];
  for (const address of await keys("pages")) if (ask && DRAFT.exec(address)?.[2] === ask) await remove("pages", address);
}

// A form that goes out or waits takes its draft along; the draft of an ask's step is named for both.
export const dropDraft = (path) =>
  remove("pages", `/drafts${path.replace("/ideas/", "/").replace(/^\/asks\/([^/]+)\/(.+)\/$/, "/$2/$1/")}`);

export async function draft(request, path) {
  if (request.method === "GET") return laid(path);
  const typed = new URLSearchParams(await request.clone().formData());
  const answer = navigator.onLine ? await fetch(request).catch(() => null) : null;
  if (answer && (await isOurs(answer))) {
    await remove("pages", path);
    return answer;
  }
  // With a lock nothing is kept, as nothing of Today is.
  if (request.signal.aborted || !(await read("pages", "/"))) return Response.error();
  await write("pages", path, { at: Date.now(), ...(await seal("drafts", `${typed}`)) });
  return new Response(null, { status: 204 });
}

// What is to stand in the form: what was typed last, or what waits of this step.
async function laid(path) {
  const row = await read("pages", path);
  if (row) return new Response(await unseal("drafts", row).catch(() => ""), { headers: { Unsent: "yes" } });
  const [, step, ask] = DRAFT.exec(path);
  return new Response(ask ? (await waitingAt(`/asks/${ask}/${step}/`))?.body : "");
}
