// A tap or the keyboard on a point of a chart says its value beneath; hovering says it anyway.
export function tell(chart) {
  const line = document.createElement("output");
  line.className = "soft";
  chart.querySelector("svg").after(line);
  const say = (event) => {
    const part = event.target.closest("[data-tell] svg :has(> title)");
    const title = part?.querySelector(":scope > title");
    if (title) line.textContent = title.textContent;
  };
  chart.addEventListener("click", say);
  chart.addEventListener("pointerover", say);
}
