import { frenchDateTime, frenchDayAndYear, frenchTime } from '@passerelle/calendar';
import type { Town } from '../pages/town';
import { html, type Html } from '../pages/html';
import type { CopyOfData, Part } from './copy';

/** The copy as the person reads it: a file of its own, to print or to keep, without script, image or address outside. */
export function copyPage(copy: CopyOfData, town: Town): string {
  const madeAt = new Date(copy.madeAt);
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Les informations que la ville garde sur vous</title>
        ${style}
      </head>
      <body>
        <main>
          <p>${town.name}</p>
          <h1>Les informations que la ville garde sur vous</h1>
          <p>
            Vous avez demandé une copie de vos données : c’est votre droit (article 15 du règlement général
            sur la protection des données). Elle a été préparée le ${frenchDayAndYear(madeAt)}, à
            ${frenchTime(madeAt)}. Numéro : ${copy.id}.
          </p>
          ${!copy.complete && notWhole(copy)}
          ${copy.services.map(({ title, parts }) => section(title, parts))}
          <section>
            <h2>Vos droits</h2>
            <p>
              Une information est fausse ? Vous pouvez la faire corriger. Vous ne voulez plus qu’elle soit
              gardée ? Vous pouvez demander qu’elle soit effacée, ou refuser qu’elle soit partagée.
              ${town.phone ? `Appelez le ${town.phone} ou passez au CCAS.` : 'Passez au CCAS ou appelez la mairie.'}
              Si la réponse ne vous convient pas, vous pouvez saisir la CNIL (cnil.fr).
            </p>
          </section>
        </main>
      </body>
    </html>`.text;
}

function notWhole({ missing }: CopyOfData): Html {
  return html`<p class="note">
    <strong>Cette copie n’est pas complète.</strong>
    ${missing.length === 1 ? 'Un service n’a pas répondu' : 'Des services n’ont pas répondu'} :
    ${missing.join(', ')}. Demandez-nous la suite : elle vous est due.
  </p>`;
}

function section(title: string, parts: readonly Part[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${parts.map(
      (part) =>
        html`<h3>${part.title}</h3>
          ${part.because !== undefined && html`<p class="small">${part.because}</p>`}
          ${part.items.every(({ facts }) => facts.length === 0) ? lines(part) : part.items.map(item)}`,
    )}
  </section>`;
}

/** Items that say all in their title: a list. */
function lines({ items }: Part): Html {
  return html`<ul>
    ${items.map(({ at, title }) => html`<li>${at !== undefined && `${moment(at)} : `}${title}</li>`)}
  </ul>`;
}

function item({ title, at, facts }: Part['items'][number]): Html {
  const named = facts.filter((fact) => fact.label !== undefined && fact.at === undefined);
  const dated = facts.filter((fact) => fact.at !== undefined);
  return html`<article>
    <h4>${title}</h4>
    ${at !== undefined && html`<p class="small">${moment(at)}</p>`}
    ${
      named.length > 0 &&
      html`<dl>
        ${named.map(
          ({ label, value }) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`
    }
    ${
      dated.length > 0 &&
      html`<ul>
        ${dated.map(datedLine)}
      </ul>`
    }
  </article>`;
}

function datedLine({ label, at, value }: Part['items'][number]['facts'][number]): Html {
  return html`<li>${moment(at!)} : ${label !== undefined && `${label}, `}${value}</li>`;
}

function moment(at: string): string {
  const instant = new Date(at);
  return `${frenchDateTime(instant)} (${instant.getUTCFullYear()})`;
}

const style = html`<style>
  @page {
    size: A4;
    margin: 20mm;
  }
  body {
    font:
      12pt/1.5 Georgia,
      'Times New Roman',
      serif;
    color: #000;
    background: #fff;
    margin: 0;
  }
  main {
    max-width: 170mm;
    margin: 0 auto;
    padding: 20px;
  }
  h1 {
    font-size: 20pt;
    line-height: 1.2;
  }
  h2 {
    font-size: 16pt;
    margin: 10mm 0 2mm;
    border-bottom: 1px solid #000;
  }
  h3 {
    font-size: 13pt;
  }
  h4 {
    font-size: 12pt;
    margin: 4mm 0 1mm;
  }
  h2,
  h3,
  h4 {
    break-after: avoid;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(40mm, max-content) 1fr;
    gap: 1mm 6mm;
    margin: 0;
  }
  dd {
    margin: 0;
    white-space: pre-wrap;
  }
  .small {
    font-size: 10pt;
    margin: 0;
  }
  .note {
    border: 2px solid #000;
    padding: 4mm;
  }
  @media print {
    main {
      padding: 0;
    }
  }
</style>`;
