// Shows the letters of a passphrase, and hides them again; what is typed already stays. One listener for the page,
// however many links it has, and for those that come later.
export function reveal() {
  document.documentElement.onclick = (event) => {
    const link = event.target.closest("a[data-reveal]");
    if (!link) return;
    event.preventDefault();
    for (const field of link.closest("form").querySelectorAll("input[autocomplete$=-password]")) {
      field.type = field.type === "password" ? "text" : "password";
    }
  };
}
