/** Draws each diagram in a frame of its own; where that fails, its source stays. */

export function drawDiagrams() {
  for (const figure of document.querySelectorAll("figure[data-diagram]")) {
    if (!figure.querySelector("iframe")) draw(figure);
  }
}

function draw(figure) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Diagram";
  frame.src = "/-/diagram";
  frame.height = 0;
  const listen = ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    if (data.kind === "ready") source.postMessage({ source: figure.dataset.diagram }, "*");
    if (data.kind === "drawn") showDrawing(figure, frame, data.height);
    if (data.kind === "failed") {
      window.removeEventListener("message", listen);
      explain(figure, frame, data.because);
    }
  };
  window.addEventListener("message", listen);
  figure.append(frame);
}

function showDrawing(figure, frame, height) {
  frame.height = Math.ceil(height);
  figure.querySelector("pre").hidden = true;
}

function explain(figure, frame, because) {
  const words = document.createElement("figcaption");
  words.textContent = `This diagram can't be drawn: ${because}`;
  frame.hidden = true;
  figure.append(words);
}
