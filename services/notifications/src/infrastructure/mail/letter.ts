import type { Contact } from '../../domain/channel';
import type { Writing } from '../../domain/writing/writing';
import { escape } from './html';

/** The same words on paper, for whoever has neither mail nor phone: A4, large type, the name where a window envelope shows it. */
export function asLetter(
  { subject, greeting, paragraphs, details, after, signature }: Writing,
  { name, address }: Pick<Contact, 'name' | 'address'>,
): string {
  const list = details
    .map(({ label, value }) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`)
    .join('');
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${escape(subject)}</title>
<style>
@page { size: A4; margin: 25mm 20mm }
body { font: 14pt/1.5 Georgia, 'Times New Roman', serif; color: #000; background: #fff; max-width: 170mm; margin: 0 auto; padding: 20px }
address { font-style: normal; margin: 20mm 0 20mm 50% }
h1 { font-size: 15pt; margin: 0 0 8mm }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2mm 8mm; margin: 6mm 0; font-weight: 700 }
dt { font-weight: 400 } dd { margin: 0 }
footer { margin-top: 15mm; page-break-inside: avoid }
@media print { body { padding: 0 } }
</style></head>
<body>
<p>${escape(signature.at(-1) ?? '')}</p>
<address>${[name, ...(address ?? '').split(/\r?\n/)].filter(Boolean).map(escape).join('<br>')}</address>
<h1>${escape(subject)}</h1>
${[greeting, ...paragraphs].map((text) => `<p>${escape(text)}</p>`).join('\n')}
${list === '' ? '' : `<dl>${list}</dl>`}
${after.map((text) => `<p>${escape(text)}</p>`).join('\n')}
<footer>${signature.map(escape).join('<br>')}</footer>
</body></html>
`;
}
