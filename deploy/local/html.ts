const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A plain page in French, legible with nothing but a browser, light and dark. `body` is HTML already. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
a { color: inherit; }
label, input, button { font: inherit; }
label { display: block; margin-top: 1rem; font-weight: 600; }
.hint { font-weight: 400; }
input { width: 100%; max-width: 24rem; box-sizing: border-box; padding: .5rem; }
button { margin-top: 1.25rem; padding: .5rem 1.25rem; cursor: pointer; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8886; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
pre.code { font-family: ui-monospace, monospace; font-size: .9rem; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
.error { border-left: .3rem solid #b3261e; padding: .25rem 1rem; }
:focus-visible { outline: 3px solid #3b6fd4; outline-offset: 2px; }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
