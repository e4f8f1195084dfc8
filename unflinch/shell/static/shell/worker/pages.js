// Pages as they last looked, sealed. All are let go as soon as an answer shows that they may be somebody else's.
import { empty, read, remove, unseal, write } from "./store.js";

// Grows with each letting go, so that what was fetched before is not kept after it.
export let era = 0;

export async function letGo() {
  era += 1;
  if (await read("notes", "installed")) navigator.clearAppBadge?.().catch(() => {});
  await remove("keys", "pages");
  await empty("pages");
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
  if (answer.headers.has("Unflinch-Lock")) await letGo(); // no copy is seen without the passphrase
  if (owner === "anyone") return true; // the same for all, and perhaps from the browser's own cache
  if (owner === "unpaired") return letGo().then(() => false);
  if (owner !== (await read("notes", "owner"))) {
    await letGo();
    await write("notes", "owner", owner);
  }
  return true;
}

// A page as it looked `at` a moment, fitted to what is known here; one that is for any moment says no time.
export const shown = async (row, at = "", fit = (html) => html) => {
  const page = row && JSON.parse(await unseal("pages", row).catch(() => "null"));
  if (!page) return null;
  if (page.to) return Response.redirect(page.to);
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": page.policy };
  return new Response(fit(page.html).replace("<html", `<html data-kept="${at}"`), { headers });
};

export const nothing = async () => shown(await read("pages", "/offline/nothing/"));
