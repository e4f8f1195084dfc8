// What waits on this phone: what it is, when it was tapped, and what was typed in somebody's own words.
const WORDS = ["known-title", "title", "role", "words", "feared_words", "line", "when_where", "feeling_words", "what_happened"];

export function unsent(box) {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  const nothing = box.innerHTML;
  const send = async (more) => (await worker.ready).active.postMessage({ path: location.pathname, list: true, ...more });

  const named = (of) => document.querySelector(`[data-of="${of}"]`)?.textContent;

  const plain = (html) => new DOMParser().parseFromString(html ?? "", "text/html").body.textContent;

  const card = ({ key, at, path, body, refused, why }) => {
    const section = Object.assign(document.createElement("section"), { className: "card" });
    const line = (words, className) => {
      if (!words) return;
      const made = Object.assign(document.createElement("p"), { className, textContent: words, dir: "auto" });
      section.append(made);
    };
    const form = new URLSearchParams(body);
    line([path.split("/").at(-2), form.get("outcome")].map(named).filter(Boolean).join(": "), "");
    line(new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }), "tiny");
    line([...new Set(WORDS.map((name) => form.get(name)).filter(Boolean))].join(" · "), "");
    line(refused ? plain(why) || box.dataset.refused : box.dataset.waits, "soft");
    if (refused) {
      const button = Object.assign(document.createElement("button"), { className: "btn quiet", type: "button" });
      button.textContent = box.dataset.remove;
      button.addEventListener("click", () => send({ gone: key }));
      section.append(button);
    }
    return section;
  };
  worker.addEventListener("message", ({ data }) => {
    if (!data.rows) {
      if (data.waits + data.refused !== box.querySelectorAll("section").length) send();
    } else if (data.rows.length > 0) box.replaceChildren(...data.rows.map(card));
    else box.innerHTML = nothing;
  });
  send();
}
