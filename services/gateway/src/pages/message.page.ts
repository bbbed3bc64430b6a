import { html, type Html } from './html';
import { renderPage } from './layout';

export interface Message {
  readonly title: string;
  readonly tone: 'good' | 'bad' | 'warn' | 'info';
  /** What happened. */
  readonly said: string;
  readonly details?: Html;
  /** What comes next, or what can be done now. */
  readonly next: readonly string[];
}

/** A page that says one thing: what happened, then what comes next. */
export function messagePage({ title, tone, said, details, next }: Message, foot: Html): string {
  const body = html`<h1>${title}</h1>
    <div class="note ${tone}" role="status"><p>${said}</p></div>
    ${details && html`<div class="card">${details}</div>`}
    ${
      next.length > 0 &&
      html`<div class="card">
        <h2>Et maintenant ?</h2>
        ${next.map((sentence) => html`<p>${sentence}</p>`)}
      </div>`
    }`;
  return renderPage({ title, body, foot });
}
