// Every page works without this. A behaviour is fetched only where its attribute is on the page.
const attributes = [
  "client-id", "draft", "breath", "dim", "unselect", "sorry", "zone", "tell", "place", "notify", "hide", "offline", "unsent",
  "lock", "reveal", "badge", "past",
];
const found = attributes.filter((name) => document.querySelector(`[data-${name}]`));

if (found.length > 0) {
  const behaviours = await import("./behaviours.js");
  for (const name of found) {
    document.querySelectorAll(`[data-${name}]`).forEach(behaviours[name.replace("-id", "Id")]);
  }
}

// What needs mending is seen first, wherever it is folded away.
const mend = document.querySelector("main [aria-invalid=true]") ?? document.querySelector("main .errorlist");
mend?.closest("details")?.setAttribute("open", "");
mend?.scrollIntoView({ block: "center" });
mend?.focus();
