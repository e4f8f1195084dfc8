// Phone away, eyes up: all but the line dims after a while without a touch. The touch that wakes it counts.
const AWAKE = 8000; // milliseconds

export function dim() {
  let timer = 0;
  const wake = () => {
    clearTimeout(timer);
    document.body.classList.remove("dimmed");
    timer = setTimeout(() => document.body.classList.add("dimmed"), AWAKE);
  };
  for (const name of ["click", "keydown", "input", "focusin", "scroll"]) addEventListener(name, wake, { passive: true });
  wake();
}
