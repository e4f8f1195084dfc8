// Which forms wait for a signal on this phone, and where each leads while there is none.
const WAITS = /^\/(?:plans|happened|wishes|energy|whereabouts|asides|ideas\/own|asks\/[0-9a-f-]{36}\/(?:forecast|tension|answer|not-this-time|fear|feelings|debrief))\/$/;
const SAVED = "/offline/saved/";

// What is taken back, deleted, paused, locked or signed out must not be seen again in a copy.
const LETS_GO = /^\/(?:pause|erasure|imports?|lock)\/|\/(?:deletion|undo|signing-out|retirement)\/$/;
const LETS_ALL_GO = /^\/(?:erasure|lock)\/|\/signing-out\/$/;
// What was typed and not sent stays, but where somebody leaves or locks.
export const stays = (path) => (LETS_ALL_GO.test(path) ? [] : ["open", "drafts"]);
export const letsGo = (path) => LETS_GO.test(path);
export const waits = (path) => WAITS.test(path);

export async function onwards(path, body) {
  const form = new URLSearchParams(body);
  if (path === "/plans/") return `/asks/${await firstAskOf(form.get("id"))}/forecast/`;
  if (path === "/happened/") return `/asks/${await firstAskOf(form.get("id"))}/after/`;
  if (path.endsWith("/fear/")) return path;
  if (path.endsWith("/answer/")) return path.replace(/answer\/$/, "after/");
  if (path.endsWith("/forecast/") && !form.has("later")) return path.replace(/forecast\/$/, "pocket/");
  return path.endsWith("/tension/") ? path.replace(/tension\/$/, "pocket/") : SAVED;
}

// The server's name for the first ask of a plan: a UUID of version 5.
export async function firstAskOf(plan) {
  const space = plan.replaceAll("-", "").match(/../g).map((pair) => parseInt(pair, 16));
  const said = new Uint8Array([...space, ...new TextEncoder().encode("first ask")]);
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-1", said)).slice(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
