// One sorry is polite; two ask for a no. It offers, and leaves the words to the person.
const SORRIES = /[\s,;–-]*\b(?:(?:I[’']m|I am|so|very|really|but)\s+)*(?:sorry|excuse me|apologies|I apologi[sz]e|pardon me)\b[\s,;.!–-]*/gi;

export function sorry(line) {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "bare offer",
    textContent: "Take out the second sorry",
  });
  const second = () => [...line.value.matchAll(SORRIES)][1];
  const show = () => { button.hidden = !second(); };

  button.addEventListener("click", () => {
    const found = second();
    const before = line.value.slice(0, found.index).trimEnd();
    const after = line.value.slice(found.index + found[0].length);
    const ended = /[.!?]$/.test(before) || /[.!]\s*$/.test(found[0]);
    const joined = ended && after ? after[0].toUpperCase() + after.slice(1) : after;
    const stop = ended && /[^.!?]$/.test(before) ? "." : "";
    line.value = `${before}${stop} ${joined}`.trim();
    line.dispatchEvent(new Event("input", { bubbles: true }));
    line.focus();
  });
  line.addEventListener("input", show);
  line.after(button);
  show();
}
