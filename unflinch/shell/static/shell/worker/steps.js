// Copies of pages, and the steps of an ask that has none: blank ones, in which stays what fits the ask.
import { knownOf, STEP } from "./known.js";
import { copyOf, shown } from "./pages.js";
import { waitingAt } from "./rows.js";

const escaped = (words) => `${words}`.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt()};`);

// `unflinch/offline/steps.py` says what the marks mean.
const fitted = (said) => (html) => html
  .replace(/<!--if (\w+) (\S*?)-->([^]*?)<!--fi-->/g, (_, name, values, part) => {
    const value = `${said[name] ?? ""}`;
    return (values === "*" ? value : values.split("|").includes(value)) ? part : "";
  })
  .replace(/\[\[(\w+)\|?(.*?)\]\]/g, (_, name, other) => escaped(said[name] ?? "") || other);

// What waits of one step and changes another: then its copy is out of date.
const CHANGED_BY = { pocket: "forecast" };
// These can't be put together without a word of how the ask is made.
const OF_A_MEDIUM = ["forecast", "pocket", "answer"];

export async function kept(address) {
  const [, ask, step] = STEP.exec(address) ?? [];
  const changed = step && (await waitingAt(`/asks/${ask}/${CHANGED_BY[step]}/`));
  const copy = await copyOf(address);
  if (copy && !changed) return shown(address, address.startsWith("/offline/") ? "" : copy.at);
  const said = step && (await knownOf(ask));
  if (!said || (OF_A_MEDIUM.includes(step) && !said.medium)) return copy ? shown(address, copy.at) : null;
  return shown(`/offline/steps/${step}/`, "", fitted(said));
}
