// One breath, begun by a tap: four seconds in, six out, counted in words.
export function breath(box) {
  const words = box.querySelector("p");
  const arc = box.querySelector(".arc");
  const button = Object.assign(document.createElement("button"), { type: "button" });
  const count = document.createElement("b");
  const phase = Object.assign(document.createElement("span"), { textContent: "one breath" });
  const status = Object.assign(document.createElement("p"), { className: "unseen" });
  status.setAttribute("role", "status");
  button.append(count, phase);
  words.replaceWith(button, status);

  const second = () => new Promise((done) => setTimeout(done, 1000));
  const run = async (said, seconds, full) => {
    phase.textContent = status.textContent = said;
    for (let left = seconds; left > 0; left -= 1) {
      count.textContent = left;
      const part = (left - 1) / seconds;
      arc.setAttribute("stroke-dashoffset", 100 * (full ? part : 1 - part));
      await second();
    }
  };
  button.addEventListener("click", async () => {
    if (count.textContent) return;
    await run("breathe in", 4, true);
    await run("breathe out", 6, false);
    count.textContent = "";
    phase.textContent = status.textContent = "and again, if you like";
  });
}
