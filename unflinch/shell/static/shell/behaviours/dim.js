// Phone away, eyes up: the screen dims after a while without a touch. The touch that wakes it presses nothing.
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
