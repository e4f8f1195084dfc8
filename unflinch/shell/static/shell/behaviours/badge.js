// How many answers may still come, on the icon of the home screen; nobody has to look, and 0 clears it.
export function badge(box) {
  navigator.setAppBadge?.(Number(box.dataset.badge)).catch(() => {});
}
