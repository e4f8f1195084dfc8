// What this phone holds: rows in one database, their content sealed with keys that no script can read out.
// `pages` by address, `queue` in the order of the taps, `keys` by name, `notes` by name.
let opening;

function database() {
  opening ??= new Promise((done, fail) => {
    const asked = indexedDB.open("kept", 1);
    asked.onupgradeneeded = () => {
      for (const name of ["pages", "keys", "notes"]) asked.result.createObjectStore(name);
      asked.result.createObjectStore("queue", { autoIncrement: true });
    };
    asked.onsuccess = () => {
      asked.result.onclose = () => { opening = undefined; };
      done(asked.result);
    };
    asked.onerror = () => fail(asked.error);
  }).catch((error) => { opening = undefined; throw error; });
  return opening;
}

// One transaction; `act` gets the store and gives back a request, or nothing. Done once it is on the disk.
async function within(name, mode, act) {
  const held = (await database()).transaction(name, mode, { durability: name === "queue" ? "strict" : "default" });
  return new Promise((done, fail) => {
    const asked = act(held.objectStore(name));
    held.oncomplete = () => done(asked?.result);
    held.onabort = held.onerror = () => fail(held.error);
  });
}

export const read = (name, key) => within(name, "readonly", (rows) => rows.get(key));
export const keys = (name) => within(name, "readonly", (rows) => rows.getAllKeys());
// A row `instead` of which this one is written goes in the same moment.
export const write = (name, key, row, instead) => within(name, "readwrite", (rows) => {
  if (instead !== undefined) rows.delete(instead);
  return rows.put(row, key);
});
export const remove = (name, key) => within(name, "readwrite", (rows) => rows.delete(key));
export const empty = (name) => within(name, "readwrite", (rows) => rows.clear());

// The key of this name; two that make it at one moment have one.
async function keyOf(name) {
  const there = await read("keys", name);
  if (there) return there;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await within("keys", "readwrite", (rows) => rows.add(made, name)).catch(() => {});
  return read("keys", name);
}

export async function seal(name, text) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new TextEncoder().encode(text);
  return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(name), data) };
}

export async function unseal(name, { iv, sealed }) {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(name), sealed));
}
