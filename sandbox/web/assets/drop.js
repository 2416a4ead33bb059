/** A file dropped on the place for one's own plan is sent like a chosen one. */

export function acceptDroppedFiles() {
  for (const place of document.querySelectorAll("[data-drop]")) {
    place.addEventListener("dragover", (event) => {
      event.preventDefault();
      place.classList.add("dropping");
    });
    place.addEventListener("dragleave", () => place.classList.remove("dropping"));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      place.classList.remove("dropping");
      const input = place.querySelector("input[type=file]");
      if (event.dataTransfer.files.length === 0) return;
      input.files = event.dataTransfer.files;
      input.form.requestSubmit();
    });
  }
}
