import { escapeHtml, page } from '../html';
import type { KeptMail } from './kept-mail';

const when = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});
export const perPage = 50;

/** Newest first, `perPage` at a time; `at` is the page's rank from 1. `to` keeps the mails of one address. */
export function listPage(mails: KeptMail[], { at, to }: { at: number; to: string }): string {
  const found = mails.filter((mail) => !to || mail.to.some((one) => one.includes(to))).reverse();
  const shown = found.slice((at - 1) * perPage, at * perPage);
  const count = found.length > 1 ? `${found.length} messages` : `${found.length} message`;
  return page(
    'Courriels - Passerelle',
    `<h1>Courriels envoyés par Passerelle</h1>
<p>Boîte de développement : rien ne part vers de vraies personnes.</p>
<form method="get" action="/" role="search">
<label for="to">Destinataire <span class="hint">(adresse ou partie d’adresse)</span></label>
<input id="to" name="to" type="search" value="${escapeHtml(to)}">
<button>Filtrer</button>
</form>
${shown.length ? table(shown, count) : `<p>${emptySentence(to)}</p>`}
${pager(found.length, at, to)}`,
  );
}

function table(mails: KeptMail[], count: string): string {
  const rows = mails.map(
    (
      mail,
    ) => `<tr><td>${escapeHtml(when.format(new Date(mail.date)))}</td><td>${escapeHtml(mail.to.join(', '))}</td>
<td><a href="/messages/${mail.number}">${escapeHtml(mail.subject || 'Sans objet')}</a></td></tr>`,
  );
  return `<table>
<caption>${count}, le plus récent d’abord</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Destinataire</th><th scope="col">Objet</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>`;
}

function emptySentence(to: string): string {
  return to
    ? 'Aucun message pour ce destinataire. Videz le champ pour revoir tous les messages.'
    : 'Aucun message pour l’instant. Un rendez-vous proposé à une personne qui a un courriel en fait partir un, 15 secondes plus tard.';
}

function pager(total: number, at: number, to: string): string {
  const link = (target: number, words: string) =>
    `<a href="/?${new URLSearchParams({ page: String(target), ...(to && { to }) }).toString().replace('&', '&amp;')}">${words}</a>`;
  const links = [
    at > 1 ? link(at - 1, 'Messages plus récents') : '',
    at * perPage < total ? link(at + 1, 'Messages plus anciens') : '',
  ].filter(Boolean);
  return links.length ? `<nav aria-label="Pages"><p>${links.join(' · ')}</p></nav>` : '';
}

export function messagePage(mail: KeptMail): string {
  const calendar = mail.ical
    ? `<h2>Invitation (${escapeHtml(mail.icalMethod ?? 'agenda')})</h2><pre class="code">${escapeHtml(mail.ical)}</pre>`
    : '';
  return page(
    `${mail.subject || 'Sans objet'} - Courriels`,
    `<p><a href="/">Tous les messages</a></p>
<h1>${escapeHtml(mail.subject || 'Sans objet')}</h1>
<dl>
<dt>De</dt><dd>${escapeHtml(mail.from)}</dd>
<dt>À</dt><dd>${escapeHtml(mail.to.join(', '))}</dd>
<dt>Date</dt><dd>${escapeHtml(when.format(new Date(mail.date)))}</dd>
<dt>Identifiant</dt><dd>${escapeHtml(mail.messageId)}</dd>
</dl>
<h2>Message</h2>
<pre>${withLinks(mail.text, mail.links)}</pre>
${calendar}`,
  );
}

export function absentPage(): string {
  return page(
    'Message absent - Courriels',
    `<h1>Ce message n’est plus là</h1><p>Il a été effacé. <a href="/">Voir tous les messages</a></p>`,
  );
}

/** The text as sent, its addresses made clickable. */
function withLinks(text: string, links: string[]): string {
  const longestFirst = [...links].sort((one, other) => other.length - one.length);
  const pattern = longestFirst.map((link) => link.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (!pattern) return escapeHtml(text);
  return text
    .split(new RegExp(`(${pattern})`))
    .map((part) =>
      links.includes(part) ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('');
}
