// What waits on this phone: when it was tapped, and what was typed.
const NOT_TYPED = ["csrfmiddlewaretoken", "id", "opened", "sure", "slug", "own"];

export function unsent(box) {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  const nothing = box.innerHTML;
  const send = async (more) => (await worker.ready).active.postMessage({ path: location.pathname, list: true, ...more });

  const card = ({ key, at, body, refused }) => {
    const section = Object.assign(document.createElement("section"), { className: "card" });
    const line = (words, className) => {
      const made = Object.assign(document.createElement("p"), { className, textContent: words, dir: "auto" });
      section.append(made);
    };
    line(new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }), "tiny");
    const said = [...new URLSearchParams(body)].filter(([name, value]) => value && !NOT_TYPED.includes(name));
    line(said.map(([, value]) => value).join(" · ") || "…", "");
    line(refused ? box.dataset.refused : box.dataset.waits, "soft");
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
