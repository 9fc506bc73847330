// Files dropped anywhere go into the form that adds pages, and the form shows how far it is. Without this it works as a form.
"use strict";
const form = document.getElementById("drop");
const told = form?.querySelector("[role=status]");
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
  if (!form || !event.dataTransfer?.files.length) return;
  form.elements.files.files = event.dataTransfer.files;
  form.requestSubmit();
});
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const request = new XMLHttpRequest();
  const bar = told.querySelector("progress");
  const words = told.querySelector("span");
  form.hidden = told.hidden = false;
  words.textContent = "Sending …";
  request.upload.addEventListener("progress", (step) => {
    if (!step.lengthComputable) return;
    bar.value = step.loaded / step.total;
    if (step.loaded < step.total) return;
    words.textContent = "Reading …";
    bar.removeAttribute("value");
  });
  request.addEventListener("load", () => {
    if (request.status < 400) location.assign(request.responseURL);
    else words.textContent = request.status === 413 ? "Too much at once." : "That did not work: open “Add” and try again.";
  });
  request.addEventListener("error", () => {
    words.textContent = "The desk does not answer.";
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
});
