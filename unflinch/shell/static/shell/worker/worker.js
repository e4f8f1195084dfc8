// Pages with and without a signal: first the network, then what was kept; and forms that wait until they are sent.
import { forget, isOurs, kept, letGo, nothing } from "./pages.js";
import { add, flush } from "./queue.js";
import { remove } from "./store.js";
import { tell, visit } from "./visits.js";
import { letsGo, onwards, waits } from "./ways.js";

const A_SHORT_WAIT = 4000; // milliseconds
const OUR_MISTAKE = 500;

// What is not ours is shown where the server refused, as it does another site.
async function page(event, address) {
  const network = async () => (await event.preloadResponse) ?? fetch(event.request);
  const asked = navigator.onLine ? network().catch(() => null) : Promise.resolve(null);
  const answer = await Promise.race([asked, new Promise((done) => setTimeout(done, A_SHORT_WAIT, null))]);
  if (answer?.type === "opaqueredirect" || (answer && (await isOurs(answer)))) return answer;
  if (answer && (answer.headers.has("Page-Owner") || (!answer.ok && answer.status < OUR_MISTAKE))) return answer;
  return (await kept(address).catch(() => null)) ?? answer ?? (await asked) ?? (await nothing()) ?? Response.error();
}

async function form(request, path) {
  const body = await request.clone().text();
  const key = await add(path, body).catch(() => undefined);
  if (key === undefined) return fetch(request); // a full phone: then it is sent as ever, or the browser says why not
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

// Erasing takes along what waits as well.
async function goodbye(request, path) {
  const answer = await fetch(request);
  if (path !== "/erasure/") await letGo();
  else if (answer.type === "opaqueredirect") await forget();
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(caches.match(request).then((file) => file ?? fetch(request)));
  if (request.destination !== "document") return;
  if (request.method === "GET") event.respondWith(page(event, pathname + search));
  // The worker sends in this site's name, so it takes a form from this site's own pages alone.
  else if (!request.referrer.startsWith(`${location.origin}/`)) return;
  else if (waits(pathname)) event.respondWith(form(request, pathname));
  else if (letsGo(pathname)) event.respondWith(goodbye(request, pathname));
  else if (!navigator.onLine) event.respondWith(nothing().then((said) => said ?? Response.error()));
});
// The browser's own request says truly whether another site led here; one of the worker's would not.
self.addEventListener("activate", (event) => event.waitUntil(self.registration.navigationPreload?.enable()));
self.addEventListener("message", (event) => event.waitUntil(visit(event.data, event.source)));
self.addEventListener("sync", (event) => event.waitUntil(visit({ path: "", again: true })));
