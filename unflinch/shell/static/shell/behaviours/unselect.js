// A second tap on a chosen chip takes the choice back, so the chip for "rather not say" is not needed.
export function unselect(box) {
  const radios = [...box.querySelectorAll("input[type=radio]")];
  const none = radios.find((radio) => radio.value === "");
  if (none) {
    none.checked = false;
    none.disabled = true;
    none.closest("label").hidden = true;
  }
  let chosen = radios.find((radio) => radio.checked);
  const again = (event) => {
    if (!radios.includes(event.target)) return;
    if (event.target === chosen) {
      chosen.checked = false;
      chosen.dispatchEvent(new Event("change", { bubbles: true }));
    }
    chosen = radios.find((radio) => radio.checked);
  };
  box.addEventListener("click", again);
  // Browsers do not agree on whether the space bar clicks a chip that is chosen already.
  box.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.target !== chosen) return;
    event.preventDefault();
    again(event);
  });
}
