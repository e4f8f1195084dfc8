// A tap on a point of a chart, or the pointer over it, says its value beneath; the table says them all.
export function tell(chart) {
  const picture = chart.querySelector("svg");
  if (!picture) return;
  const line = document.createElement("output");
  line.className = "soft";
  picture.after(line);
  const say = (event) => {
    const part = event.target.closest("[data-tell] svg :has(> title)");
    const title = part?.querySelector(":scope > title");
    if (title) line.textContent = title.textContent;
  };
  chart.addEventListener("click", say);
  chart.addEventListener("pointerover", say);
}
