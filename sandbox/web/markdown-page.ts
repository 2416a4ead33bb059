/**
 * A page of the sandbox's little web site: Markdown as GitHub shows it, nothing to click but links. Its
 * content security policy forbids all scripts, so HTML in texts can do no harm.
 */
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const style = `
  :root { color-scheme: light dark; --line: light-dark(#d1d9e0, #3d444d); --soft: light-dark(#59636e, #9198a1); }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .3rem .7rem; }
  blockquote { margin: 1rem 0; padding: 0 1rem; border-left: .25rem solid var(--line); color: var(--soft); }
  blockquote.alert { border-color: #8250df; color: inherit; }
  code, pre { font-family: ui-monospace, monospace; } header, summary { color: var(--soft); }
  a { color: light-dark(#0969da, #4493f8); }`;

/** One page; `markdown` is rendered, `title` and `above` are plain text. */
export function renderPage(title: string, above: string, markdown: string): Response {
  const body = withAlerts(
    micromark(markdown, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    }),
  );
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style><header>${escapeHtml(above)}</header>${body}</html>`;
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
  });
}

/** `> [!IMPORTANT]` is a box with that word on top. */
function withAlerts(html: string): string {
  return html.replace(
    /<blockquote>\n<p>\[!([A-Z]+)\]\s*/g,
    (_match, kind: string) =>
      `<blockquote class="alert"><p><strong>${kind[0]}${kind.slice(1).toLowerCase()}</strong></p><p>`,
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
