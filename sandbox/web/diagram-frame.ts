/**
 * The frame in which a diagram is drawn. Mermaid writes styles into its drawing, which our pages do not
 * allow; so it works in a frame without an origin, which may do nothing but draw and tell its height.
 */
const POLICY = [
  "sandbox allow-scripts",
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const FRAME = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Diagram</title>
<style>body { margin: 0; } svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }</style>
<script type="module" src="/-/assets/diagram-frame.js"></script></head>
<body></body>
</html>`;

export function diagramFrame(): Response {
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY };
  return new Response(FRAME, { headers });
}
