// Without this every page works; with it a summary of what is wrong is read out at once, and the menu stays open on a wide screen.
"use strict";
const wrong = document.getElementById("wrong");
if (wrong) {
  wrong.focus();
}
const menu = document.querySelector("details.menu");
const wide = window.matchMedia("(min-width: 62rem)");
const fit = () => {
  if (menu) {
    menu.open = wide.matches;
  }
};
wide.addEventListener("change", fit);
fit();
// What cannot be undone is asked about on a page of its own; a button is pressed once.
document.addEventListener("submit", (event) => {
  const pressed = event.submitter;
  if (pressed && pressed.dataset.once !== undefined && !event.target.hasAttribute("hx-post")) {
    window.setTimeout(() => { pressed.disabled = true; }, 0);
  }
});
