// Copies of pages, and the steps of an ask that has none: blank ones, in which stays what fits the ask.
import { knownOf, STEP } from "./known.js";
import { copyOf, shown } from "./pages.js";

const escaped = (words) => `${words}`.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt()};`);

// `unflinch/offline/steps.py` says what the marks mean.
const fitted = (said) => (html) => html
  .replace(/<!--if (\w+) (\S*?)-->([^]*?)<!--fi-->/g, (_, name, values, part) => {
    const value = `${said[name] ?? ""}`;
    return (values === "*" ? value : values.split("|").includes(value)) ? part : "";
  })
  .replace(/\[\[(\w+)\|?(.*?)\]\]/g, (_, name, other) => escaped(said[name] ?? "") || other);

export async function kept(address) {
  const copy = await copyOf(address);
  if (copy) return shown(address, address.startsWith("/offline/") ? "" : copy.at);
  const [, ask, step] = STEP.exec(address) ?? [];
  return step ? shown(`/offline/steps/${step}/`, "", fitted(await knownOf(ask))) : null;
}
