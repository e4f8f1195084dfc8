// Keeps what is typed while it is typed. The id and the buttons are not part of it.
export function draft(form) {
  const note = Object.assign(document.createElement("p"), { className: "kept" });
  note.setAttribute("role", "status");
  let timer = 0;
  let changed = false;
  let sent = false;
  let flight = null;

  const keep = async () => {
    const body = new FormData(form);
    body.delete("id");
    changed = false;
    flight = new AbortController();
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: true, signal: flight.signal });
      if (!answer.ok) throw new Error(answer.status);
      note.textContent = "saved";
    } catch {
      note.textContent = "not saved yet";
      changed = true;
    }
    flight = null;
  };
  // One at a time, so that an older draft never comes after a newer one.
  const soon = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => (flight ? soon() : keep()), 200);
  };

  // What was typed on this phone and reached nobody is laid into the form again, and sent on where that goes.
  const lay = async () => {
    if (!navigator.serviceWorker?.controller) return;
    const answer = await fetch(form.dataset.draft);
    const typed = new URLSearchParams(await answer.text());
    if (typed.size === 0 || changed) return;
    for (const field of form.elements) {
      const values = typed.getAll(field.name);
      if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
      else if (values.length > 0 && !["hidden", "submit"].includes(field.type)) [field.value] = values;
    }
    if (answer.headers.has("Unsent")) soon();
  };

  form.append(note);
  lay();
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // Once the form itself is sent, a late draft must not come after it.
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
    flight?.abort();
  });
  addEventListener("pageshow", () => { sent = false; });
  addEventListener("pagehide", () => changed && !sent && keep());
}
