// Asks the browser to show nudges; its address and keys go with the form as if they had been typed.
const active = (place) => new Promise((done) => {
  const begins = place.installing ?? place.waiting;
  if (!begins) return done();
  return begins.addEventListener("statechange", () => begins.state === "activated" && done());
});

export function notify(form) {
  if (!navigator.serviceWorker || !("PushManager" in self)) return;
  const said = form.querySelector("[role=status]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const place = await navigator.serviceWorker.register(form.dataset.notify);
      await active(place);
      await (await place.pushManager.getSubscription())?.unsubscribe();
      const key = { userVisibleOnly: true, applicationServerKey: form.dataset.key };
      const { endpoint, keys } = (await place.pushManager.subscribe(key)).toJSON();
      for (const [name, value] of Object.entries({ endpoint, ...keys })) form.elements[name].value = value;
      form.submit();
    } catch {
      said.hidden = false;
    }
  });
}
