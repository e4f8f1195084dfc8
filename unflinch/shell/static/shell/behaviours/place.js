// Where somebody is, by the phone's own clock: the place is picked, and its lines stand on top at once.
export function place(select) {
  if (select.value) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const here = [...select.options].find((option) => option.dataset.zones?.split(" ").includes(zone));
  if (!here) return;
  select.value = here.value;
  const [near, lines] = [document.getElementById("near"), document.getElementById(here.value)];
  if (!near || !lines) return;
  const name = document.createElement("b");
  name.textContent = here.textContent.trim();
  near.replaceChildren(name, ...[...lines.children].slice(1).map((line) => line.cloneNode(true)));
  near.hidden = false;
}
