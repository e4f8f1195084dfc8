// Forms that are sent: what can wait is written down first, and what can't says that it needs a signal.
import { dropDraft, dropDraftsOf } from "./drafts.js";
import { withKnown } from "./known.js";
import { forget, isOurs, letGo } from "./pages.js";
import { flush } from "./queue.js";
import { add } from "./rows.js";
import { remove } from "./store.js";
import { tell } from "./visits.js";
import { letsGo, onwards, stays } from "./ways.js";

const OUR_MISTAKE = 500;

// Whether it is an answer of ours, or shown all the same, as what refuses another site.
export const counts = async (answer) =>
  answer.type === "opaqueredirect" || (await isOurs(answer)) || answer.headers.has("Page-Owner") ||
  (!answer.ok && answer.status < OUR_MISTAKE);

export async function form(request, path) {
  const typed = await request.clone().text();
  const body = await withKnown(path, typed).catch(() => typed);
  const key = await add(path, body).catch(() => undefined);
  if (key === undefined) return fetch(request); // a full phone: then it is sent as ever, or the browser says why not
  await dropDraft(path);
  const answer = navigator.onLine ? await flush(key) : null;
  await tell();
  if (!answer) {
    await self.registration.sync?.register("queue").catch(() => {});
    return Response.redirect(await onwards(path, body), 303);
  }
  await remove("queue", key);
  const to = answer.headers.get("Leads-To");
  return to ? Response.redirect(to, 303) : answer;
}

// What can't wait needs a signal: without one the page stays as it is, with all that was typed, and says so.
export async function atOnce({ request, clientId }, path) {
  const answer = navigator.onLine ? await fetch(request).catch(() => null) : null;
  if (!answer || !(await counts(answer))) {
    (await self.clients.get(clientId))?.postMessage({ needs: "signal" });
    return new Response(null, { status: 204 });
  }
  // Erasing takes along what waits as well.
  if (path === "/erasure/" && answer.type === "opaqueredirect") await forget();
  else if (letsGo(path)) await Promise.all([letGo(...stays(path)), dropDraftsOf(path)]);
  return answer;
}
