// Hides in place of the page, so that Back does not lead to it; and until the list's own way back was taken, every page
// of this tab that Back or an address brings up gives way to the list.
const HIDDEN = "list";

export function hide(link) {
  const leave = () => {
    document.body.hidden = true;
    location.replace(link.href);
  };
  const stay = () => sessionStorage.getItem(HIDDEN) && leave();
  if (location.hash === `#${HIDDEN}`) {
    sessionStorage.removeItem(HIDDEN);
    history.replaceState(null, "", location.pathname);
  }
  link.addEventListener("click", (event) => {
    event.preventDefault();
    sessionStorage.setItem(HIDDEN, "yes");
    leave();
  });
  addEventListener("pageshow", (event) => event.persisted && stay());
  stay();
}
