// Pages as they last looked, sealed. All are let go as soon as an answer shows that they may be somebody else's.
import { empty, keys, read, remove, unseal, write } from "./store.js";

// Pages that show nothing of anybody's, and stay while there is a lock.
const OPEN = /^\/(?:help|away|list|offline\/(?:nothing|saved))\//;
const SEALED_BY = ["pages", "open", "drafts"];

// The key that seals what is kept of this address: each kind has its own, so that one can go and another stay.
export const sealedBy = (address) => (address.startsWith("/drafts/") ? "drafts" : OPEN.test(address) ? "open" : "pages");

// Grows with each letting go, so that what was fetched before is not kept after it.
export let era = 0;

// Let go of all that is kept, but for the kinds that stay.
export async function letGo(...stay) {
  era += 1;
  if (await read("notes", "installed")) navigator.clearAppBadge?.().catch(() => {});
  for (const key of SEALED_BY) if (!stay.includes(key)) await remove("keys", key);
  for (const address of await keys("pages")) if (!stay.includes(sealedBy(address))) await remove("pages", address);
}

// Nothing is left of anybody: neither pages nor what waits.
export async function forget() {
  await letGo();
  for (const name of ["queue", "keys", "notes"]) await empty(name);
}

// Whether this answer is ours and this person's. What stands between, a proxy or a network's own login, never says so.
export async function isOurs(answer) {
  const owner = answer.headers.get("Page-Owner");
  if (!owner) return false;
  if (answer.headers.has("Unflinch-Lock")) await letGo("open"); // no copy is seen without the passphrase
  if (owner === "anyone") return true; // the same for all, and perhaps from the browser's own cache
  if (owner === "unpaired") return letGo().then(() => false);
  if (owner !== (await read("notes", "owner"))) {
    await letGo();
    await write("notes", "owner", owner);
  }
  return true;
}

// What is kept of a page: where it led `to`, its `policy`, its `html`, and `at` which moment it looked so.
export async function copyOf(address) {
  const row = await read("pages", address);
  const page = row && JSON.parse(await unseal(sealedBy(address), row).catch(() => "null"));
  return page && { ...page, at: row.at };
}

// A page as it looked `at` a moment, fitted to what is known here; one that is for any moment says no time.
export const shown = async (address, at = "", fit = (html) => html) => {
  const page = await copyOf(address);
  if (!page) return null;
  if (page.to) return Response.redirect(page.to);
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": page.policy };
  return new Response(fit(page.html).replace("<html", `<html data-kept="${at}"`), { headers });
};

export const nothing = async () => shown("/offline/nothing/");
