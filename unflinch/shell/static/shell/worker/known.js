// What this phone knows of an ask: what was typed about it and waits, and what its forms took along.
import { copyOf } from "./pages.js";
import { mine, open } from "./rows.js";
import { seenIn } from "./seen.js";
import { firstAskOf } from "./ways.js";

export const STEP = /^\/asks\/([0-9a-f-]{36})\/([a-z-]+)\/$/;
const KNOWN = "known-";
const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
const TAKEN_ALONG = /name="known-(\w+)" value="([^"]*)"/g;

// What the kept copy of its answer takes along.
async function keptOf(ask) {
  const copy = await copyOf(`/asks/${ask}/answer/`);
  const fields = copy?.html?.matchAll(TAKEN_ALONG) ?? [];
  const plain = (value) => value.replace(/&[#\w]+;/g, (sign) => SIGNS[sign] ?? sign);
  return Object.fromEntries([...fields].map(([, name, value]) => [name, plain(value)]));
}

// What a step of an ask takes along, so that it says by itself what it is about.
const ALONG = ["title", "medium", "answers", "own_no", "yes", "no", "marks"];

export async function withKnown(path, body) {
  const [, ask] = STEP.exec(path) ?? [];
  const said = ask && (await knownOf(ask));
  const form = new URLSearchParams(body);
  for (const name of ALONG) if (said?.[name] && !form.has(KNOWN + name)) form.set(KNOWN + name, said[name]);
  return `${form}`;
}

// What was typed about this ask and waits, and what its forms and its copy took along; nothing where there is neither.
export async function knownOf(ask) {
  const said = await keptOf(ask);
  for (const [, row] of await mine()) {
    const { path, body } = await open(row);
    const form = new URLSearchParams(body);
    const begins = path === "/plans/" || path === "/happened/";
    if ((begins ? await firstAskOf(form.get("id")) : STEP.exec(path)?.[1]) !== ask) continue;
    for (const [name, value] of form) {
      if (!name.startsWith(KNOWN)) said[name] = value;
      else said[name.slice(KNOWN.length)] ??= value;
    }
  }
  return Object.keys(said).length > 0 ? { ...said, ...seenIn(said), ask } : null;
}
