// How many answers may still come, on the icon of the home screen where it's opened from there; 0 clears it.
export function badge(box) {
  if (!matchMedia("(display-mode: standalone)").matches) return;
  navigator.setAppBadge?.(Number(box.dataset.badge)).catch(() => {});
}
