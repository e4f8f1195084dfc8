// What was saved on this phone and waits: written down before it is sent, each row in the order of the taps.
import { keys, read, remove, seal, unseal, write } from "./store.js";

export const ROW = "queue";
const REPLACED = /^\/asks\/[^/]+\/(?!fear)/;
const OUTCOME = /(?:answer|not-this-time)\/$/;

// A step of an ask that is sent once more replaces what still waits of it; each tap about a fear is one of its own.
// An answer and "not this time" exclude each other: the later one counts, and goes after all that led to it.
export async function add(path, body) {
  const owner = await read("notes", "owner");
  const sealed = owner && (await seal(ROW, JSON.stringify({ path, body })));
  const before = REPLACED.test(path) ? await waitingAt(path) : null;
  const other = path.replace(OUTCOME, (step) => (step === "answer/" ? "not-this-time/" : "answer/"));
  const excluded = OUTCOME.test(path) ? await waitingAt(other) : null;
  return owner && write(ROW, before?.key, { at: Date.now(), owner, ...sealed }, excluded?.key);
}

// What waits to be sent to this address, the latest of it; what was refused waits no more.
export async function waitingAt(address) {
  const rows = (await mine()).filter(([, row]) => !row.refused);
  const forms = await Promise.all(rows.map(async ([key, row]) => ({ key, ...(await open(row)) })));
  return forms.findLast(({ path }) => path === address);
}

// The rows of whoever these pages belong to: [key, row] in the order of the taps.
export async function mine() {
  const owner = await read("notes", "owner");
  const rows = await Promise.all((await keys(ROW)).map(async (key) => [key, await read(ROW, key)]));
  return rows.filter(([, row]) => row && row.owner === owner);
}
// Somebody who was erased left these rows behind.
export async function drop(erased) {
  for (const key of await keys(ROW)) if (erased.includes((await read(ROW, key))?.owner)) await remove(ROW, key);
}

export const open = async (row) => JSON.parse(await unseal(ROW, row).catch(() => `{"path":"","body":""}`));
