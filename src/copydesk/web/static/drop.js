// Files dropped anywhere on the "Add pages" view go into its form; elsewhere a drop opens that view. Nothing works only here.
"use strict";
const form = document.getElementById("drop");
addEventListener("dragover", (event) => {
  event.preventDefault();
  form?.classList.add("over");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form?.classList.remove("over");
});
addEventListener("drop", (event) => {
  event.preventDefault();
  form?.classList.remove("over");
  if (!event.dataTransfer?.files.length) return;
  if (!form) {
    location.assign("/add");
    return;
  }
  form.elements.files.files = event.dataTransfer.files;
  form.requestSubmit();
});
