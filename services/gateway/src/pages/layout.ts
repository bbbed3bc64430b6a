import { html, type Html } from './html';

export interface Page {
  /** What the tab says, without the name of the software. */
  readonly title: string;
  readonly body: Html;
  /** Under the page, in small. */
  readonly foot?: Html;
  readonly wide?: boolean;
}

/** A whole page, rendered on the server: no script, one style sheet, readable on any device. */
export function renderPage({ title, body, foot, wide }: Page): string {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Passerelle</title>
        <link
          rel="icon"
          href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 26 20' fill='none' stroke='%237a3563' stroke-width='2.4' stroke-linecap='round'%3E%3Cpath d='M2 16C7 5 19 5 24 16M2 16h22M8 10.2V16M13 8v8M18 10.2V16'/%3E%3C/svg%3E"
        />
        <link rel="stylesheet" href="/passerelle.css" />
      </head>
      <body>
        <a class="skip" href="#contenu">Aller au contenu</a>
        <header class="bar">
          <div class="${wide ? 'inner wide' : 'inner'}">
            <svg
              aria-hidden="true"
              width="26"
              height="20"
              viewBox="0 0 26 20"
              fill="none"
              stroke="currentColor"
              stroke-width="2.2"
              stroke-linecap="round"
            >
              <path d="M2 16C7 5 19 5 24 16M2 16h22M8 10.2V16M13 8v8M18 10.2V16" /></svg
            ><span>Passerelle</span>
          </div>
        </header>
        <main id="contenu" tabindex="-1" class="${wide ? 'inner wide' : 'inner'}">${body}</main>
        <footer>
          <div class="${wide ? 'inner wide' : 'inner'}">
            ${foot ?? html`<p>Passerelle relie les services de la ville.</p>`}
          </div>
        </footer>
      </body>
    </html> `.text;
}
