import type { Writing } from '../../domain/writing/writing';
import { AUTOMATIC } from './text';

/** The same words as the plain part. No image, no tracking, no remote style; readable at 320 px and in a dark mailbox. */
export function asHtml(writing: Writing): string {
  const { subject, greeting, paragraphs, details, action, after, signature } = writing;
  const body = [
    ...[greeting, ...paragraphs].map(paragraph),
    details.length === 0 ? '' : table(details),
    action ? button(action) : '',
    ...after.map(paragraph),
    `<p style="${TEXT}">${signature.map(escape).join('<br>')}</p>`,
    `<p style="font-size:14px;line-height:1.5;margin:24px 0 0;border-top:1px solid #8a8f98;padding-top:12px">${escape(AUTOMATIC)}</p>`,
  ].filter((part) => part !== '');
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px 16px;font-family:system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif"><main style="max-width:560px;margin:0 auto">
${body.join('\n')}
</main></body></html>
`;
}

const TEXT = 'font-size:17px;line-height:1.55;margin:0 0 16px';

function paragraph(text: string): string {
  return `<p style="${TEXT}">${escape(text)}</p>`;
}

function table(details: Writing['details']): string {
  const rows = details.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:400">${escape(label)}</th><td style="padding:4px 0;font-weight:600">${escape(value)}</td></tr>`,
  );
  return `<table style="${TEXT};border-collapse:collapse">${rows.join('')}</table>`;
}

function button({ label, url }: NonNullable<Writing['action']>): string {
  return [
    `<p style="margin:0 0 8px"><a href="${escape(url)}" style="display:inline-block;font-size:17px;font-weight:600;padding:12px 20px;border-radius:6px;background:#1f4e79;color:#ffffff;text-decoration:none">${escape(label)}</a></p>`,
    `<p style="font-size:14px;line-height:1.5;margin:0 0 16px;word-break:break-all">Si le bouton ne marche pas, copiez cette adresse : ${escape(url)}</p>`,
  ].join('\n');
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
