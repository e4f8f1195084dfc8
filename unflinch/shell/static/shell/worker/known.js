// What this phone knows of an ask: what was typed about it and waits, and what follows from that.
import { copyOf } from "./pages.js";
import { mine, open } from "./rows.js";
import { firstAskOf } from "./ways.js";

export const STEP = /^\/asks\/([0-9a-f-]{36})\/([a-z-]+)\/$/;
const KNOWN = "known-";
const CAME = { yes: 0, no: 100 };
const OWN_LANDING = { yes: "own_taken", no: "own_pushed" };

// Which of the five words a rating from 0 to 100 is, as the server has it.
const fifth = (rating) => Math.floor((rating * 5) / 101);

// The name of what is said after an answer, as the server has it.
function landingOf(came, manner, medium, own_no) {
  if (came === "went") return "warm_up";
  if (own_no) return OWN_LANDING[came] ?? "own_open";
  if (manner) return manner === "counter_offer" ? "offer" : manner;
  return came === "no_reply" && medium === "written" ? "sent" : came;
}

// What the pages ask for beyond what was typed: how the answer is said, and what is compared with what.
function seenIn({ outcome, manner, answers, own_no, medium, feared, feared_words, feared_happened, ...said }) {
  const told = manner ? (manner === "granted_anyway" ? "no" : "maybe") : outcome;
  const came = told && answers === "went" ? answers : told;
  const isFeared = (feared ? feared !== "curious" : feared_words) && !(medium === "written" && came === "no_reply");
  const kind = isFeared ? "fear" : own_no ? "own" : "no";
  const thought = isFeared ? said.feared_before : said.no_before;
  const isCompared = came && (isFeared || (thought && came in CAME));
  const happened = isCompared && (isFeared ? feared_happened : came);
  return {
    outcome: came,
    landing: came && landingOf(came, manner, medium, own_no),
    compared: isCompared ? "came" : "",
    asked: isCompared && !happened ? feared || "own" : "",
    thought,
    thought_in: happened && thought ? kind + fifth(thought) : "",
    came: CAME[happened] ?? happened,
    came_in: happened ? kind + happened : "",
    again: happened && isFeared ? "yes" : "",
    moved: said.feared_before && said.feared_after ? fifth(said.feared_after) - fifth(said.feared_before) : undefined,
    missed: came === "yes" && !own_no && fifth(said.no_before) > 2 ? "yes" : "",
  };
}

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
