// A slider with no thumb until it is touched. The number field stays what is sent; empty means not said.
export function scale(box) {
  const number = box.querySelector("input");
  // A slow network brings this late: a field somebody is already in is not taken from under the hand.
  if (number === document.activeElement) return;
  const words = [...box.querySelectorAll(".words span:not(.ends)")].map((word) => word.textContent);
  const range = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100, step: 1 });
  const shown = Object.assign(document.createElement("output"), { className: "num" });
  const clear = Object.assign(document.createElement("button"), { type: "button", className: "bare", textContent: "clear" });

  const show = () => {
    const unset = number.value === "";
    const word = words[Math.min(4, Math.floor(number.value / 20))];
    shown.textContent = unset ? "not set" : `${number.value} · ${word}`;
    range.value = unset ? 50 : number.value;
    range.setAttribute("aria-valuetext", unset ? "not set" : `${number.value}, ${word}`);
    range.style.setProperty("--reach", unset ? "0%" : `${range.value}%`);
    for (const part of [range, shown]) part.classList.toggle("unset", unset);
    clear.style.visibility = unset ? "hidden" : "visible";
  };
  const say = (value) => {
    if (number.value === String(value)) return;
    number.value = value;
    show();
    number.dispatchEvent(new Event("input", { bubbles: true }));
  };

  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (number.hasAttribute(name)) range.setAttribute(name, number.getAttribute(name));
    number.removeAttribute(name);
  }
  clear.setAttribute("aria-label", `Clear: ${number.labels[0]?.textContent ?? ""}`);
  range.id = number.id;
  number.removeAttribute("id");
  shown.htmlFor = range.id;
  shown.setAttribute("aria-live", "off"); // the slider says its own value
  range.addEventListener("input", (event) => { event.stopPropagation(); say(range.value); });
  // A tap in the very middle, or the first Space or Enter, moves nothing and still says 50.
  range.addEventListener("click", () => say(range.value));
  // A finger's tap on a slider makes no click in Chromium.
  range.addEventListener("pointerup", () => say(range.value));
  range.addEventListener("keydown", (event) => [" ", "Enter"].includes(event.key) && (event.preventDefault(), say(range.value)));
  clear.addEventListener("click", () => { say(""); range.focus(); });

  number.after(range);
  box.classList.add("slides");
  box.before(shown);
  box.append(clear);
  show();
}
