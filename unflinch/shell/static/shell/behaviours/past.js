// A day on which something happened isn't still to come, by the phone's own calendar: a copy may be older than a day.
const MINUTE = 60000; // milliseconds

export function past(day) {
  const check = () => {
    const now = new Date();
    day.max = new Date(now - now.getTimezoneOffset() * MINUTE).toISOString().slice(0, 10);
    day.setCustomValidity(day.value > day.max ? day.dataset.past : "");
  };
  check();
  day.addEventListener("input", check);
  // The browser can point only at what is unfolded.
  day.addEventListener("invalid", () => day.closest("details")?.setAttribute("open", ""));
}
