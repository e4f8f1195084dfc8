// Pages with and without a signal: first the network, then what was kept; and forms that wait until they are sent.
import { draft, isDraft } from "./drafts.js";
import { atOnce, counts, form } from "./forms.js";
import { nothing } from "./pages.js";
import { kept } from "./steps.js";
import { visit } from "./visits.js";
import { waits } from "./ways.js";

const A_SHORT_WAIT = 4000; // milliseconds

async function page(event, address) {
  const network = async () => (await event.preloadResponse) ?? fetch(event.request);
  const asked = navigator.onLine ? network().catch(() => null) : Promise.resolve(null);
  const answer = await Promise.race([asked, new Promise((done) => setTimeout(done, A_SHORT_WAIT, null))]);
  if (answer && (await counts(answer))) return answer;
  return (await kept(address).catch(() => null)) ?? answer ?? (await asked) ?? (await nothing()) ?? Response.error();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(caches.match(request).then((file) => file ?? fetch(request)));
  if (request.destination === "" && isDraft(pathname)) return event.respondWith(draft(request, pathname));
  if (request.destination !== "document") return;
  if (request.method === "GET") event.respondWith(page(event, pathname + search));
  // The worker sends in this site's name, so it takes a form from this site's own pages alone.
  else if (!request.referrer.startsWith(`${location.origin}/`)) return;
  else if (waits(pathname)) event.respondWith(form(request, pathname));
  // Files go as they are: they are large, and no page of ours holds them.
  else if (!request.headers.get("Content-Type")?.startsWith("multipart/")) event.respondWith(atOnce(event, pathname));
});
// The browser's own request says truly whether another site led here; one of the worker's would not.
self.addEventListener("activate", (event) => event.waitUntil(self.registration.navigationPreload?.enable()));
self.addEventListener("message", (event) => event.waitUntil(visit(event.data, event.source)));
self.addEventListener("sync", (event) => event.waitUntil(visit({ path: "", again: true })));
