// The app lock of a page that was left: whoever comes back too late is asked for the passphrase over the page as it
// stands, so that nothing typed in it is lost. With the delay 0 the server asks as soon as the cookie has run out.
const SECONDS_TO_COME_BACK = 15;

export function lock(body) {
  const { lock: delay, here, unlock, noSignal } = body.dataset;
  let left = 0;
  let dialog = null;

  const isHere = () => document.cookie.split("; ").includes(`${here}=yes`);
  const stay = (age) => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    if (isHere()) document.cookie = `${here}=yes; path=/; samesite=strict${secure}${age}`;
  };
  const cover = (covered) => document.documentElement.classList.toggle("covered", covered);
  const uncover = () => {
    dialog?.remove();
    dialog = null;
    left = 0;
    stay("");
    cover(false);
  };
  const show = (content) => {
    dialog ??= body.appendChild(document.createElement("dialog"));
    dialog.onclose = () => dialog?.showModal();
    dialog.onsubmit = (event) => {
      event.preventDefault();
      ask({ method: "POST", body: new FormData(event.target) });
    };
    dialog.replaceChildren(content);
    if (!dialog.open) dialog.showModal();
  };
  const ask = async (sent) => {
    try {
      const answer = await fetch(unlock, sent);
      if (!answer.headers.has("Unflinch-Lock")) return uncover();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(page.querySelector("main form"));
      dialog.querySelector("[autocomplete]").focus();
    } catch {
      show(noSignal);
      addEventListener("online", () => ask(), { once: true });
    }
  };
  const leave = () => {
    left ||= Date.now();
    stay(`; max-age=${SECONDS_TO_COME_BACK}`);
    if (delay === "0") cover(true);
  };
  const comeBack = () => {
    if (dialog || !left) return;
    if (delay === "0" ? isHere() : Date.now() - left < delay * 1000) return uncover();
    cover(true);
    ask();
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : comeBack()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", comeBack);
  stay("");
}
