// Keeps pages for when there is no signal, and says where one is a kept copy and what waits on this phone.
const TYPED = "main form :is(textarea, input:not([type=hidden], [type=radio], [type=checkbox]))";

export async function offline(bar) {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  const [kept, waits, refused, needs] = bar.querySelectorAll("p");
  const path = location.pathname;
  const isInstalled = matchMedia("(display-mode: standalone)").matches;
  const at = document.documentElement.dataset.kept;

  const say = (line, words) => {
    line.hidden = !words;
    if (words) line.querySelector("span").textContent = words;
    bar.hidden = [...bar.querySelectorAll("p")].every((one) => one.hidden);
  };
  const when = new Date(Number(at));
  const today = when.toDateString() === new Date().toDateString();
  const day = today ? {} : { weekday: "long" };
  const time = when.toLocaleString(document.documentElement.lang, { ...day, hour: "2-digit", minute: "2-digit" });
  say(kept, at && bar.dataset.said.replace("{time}", time));

  const send = async (more) => (await worker.ready).active.postMessage({ path, isInstalled, ...more });
  const back = () => document.visibilityState === "visible" && send();
  worker.addEventListener("message", ({ data }) => {
    if (data.needs) {
      say(needs, bar.dataset.needs);
      bar.scrollIntoView({ block: "center" });
    }
    if (data.rows || data.needs) return;
    if (data.lead && !path.startsWith("/pause/") && !document.querySelector(TYPED)) location.assign(data.lead);
    say(waits, data.waits && bar.dataset[data.waits === 1 ? "one" : "more"].replace("{number}", data.waits));
    say(refused, data.refused && bar.dataset.refused);
  });
  worker.startMessages();
  waits.querySelector("button").addEventListener("click", () => send());
  addEventListener("online", back);
  document.addEventListener("visibilitychange", back);
  // The page comes first.
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  // A copy may be of an older release, whose worker is not to come back.
  const isCopy = at !== undefined;
  const there = isCopy ? null : await worker.register(bar.dataset.offline, { type: "module", scope: "/" }).catch(() => null);
  if (!document.querySelector(TYPED)) there?.waiting?.postMessage({ path, isNew: true });
  await send();
}
