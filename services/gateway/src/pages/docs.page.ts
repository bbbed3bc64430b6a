import type { ApiDocument } from '../openapi/merge';
import { html, type Html } from './html';
import { renderPage } from './layout';

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly security?: readonly unknown[];
  readonly 'x-right'?: { readonly action: string; readonly subject: string };
  readonly 'x-scope'?: string;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Every address of the API, by service, for somebody who reads before writing a program. */
export function docsPage(document: ApiDocument): string {
  const tags = (document['tags'] as readonly { name: string }[] | undefined) ?? [];
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...(operation as Operation) })),
  );
  const body = html` <h1>L’API de Passerelle</h1>
    <p class="lead">
      Tous les services à une seule adresse. Les programmes lisent plutôt
      <a href="/openapi.json">openapi.json</a>.
    </p>
    <div class="card">
      <h2>Avant de commencer</h2>
      <ul>
        <li>
          Chaque demande porte un jeton OpenID Connect (<code>Authorization: Bearer …</code>), sauf les
          adresses dites publiques.
        </li>
        <li>
          L’en-tête <code>x-territory</code> dit de quelle commune il s’agit, quand votre jeton en couvre
          plusieurs.
        </li>
        <li>
          Ce qui est créé porte un identifiant UUID choisi par vous : recommencer ne crée pas de doublon.
        </li>
        <li>
          Un refus est un <code>application/problem+json</code> : <code>name</code> pour le programme,
          <code>detail</code> pour la personne.
        </li>
      </ul>
    </div>
    ${tags.map(({ name }) => {
      const own = operations.filter((operation) => operation.tags?.includes(name));
      return html`<section class="card">
        <h2>${name}</h2>
        <ul class="list">
          ${own.map((operation) => entry(operation, document))}
        </ul>
      </section>`;
    })}`;
  return renderPage({ title: 'L’API', body, wide: true });
}

function entry(operation: Operation & { path: string; method: string }, document: ApiDocument): Html {
  const { method, path, summary, description } = operation;
  const fields = bodyFields(operation, document);
  const parameters = (operation.parameters ?? []).filter((one) => one.in === 'query');
  return html`<li>
    <span class="method">${method.toUpperCase()}</span> <code>${path}</code>
    ${(summary ?? description) && html`<p>${summary ?? description}</p>`}
    <p class="small">
      ${access(operation)}${parameters.length > 0 && html` Paramètres : ${named(parameters.map((one) => [one.name, one.required ?? false]))}.`}${fields.length > 0 && html` Corps : ${named(fields)}.`}
    </p>
  </li>`;
}

function access({ 'x-right': right, 'x-scope': scope, security }: Operation): string {
  if (right) return `Droit : ${right.action} ${right.subject}.`;
  if (scope) return `Machine : ${scope}.`;
  return security?.length ? 'Jeton nécessaire.' : 'Public.';
}

function named(fields: readonly (readonly [name: string, required: boolean])[]): Html[] {
  return fields.map(
    ([name, required], at) => html`${at > 0 && ', '}<code>${name}</code>${!required && ' (facultatif)'}`,
  );
}

function bodyFields({ requestBody }: Operation, document: ApiDocument): [string, boolean][] {
  const schema = resolved(Object.values(requestBody?.content ?? {})[0]?.schema, document);
  return Object.keys(schema?.properties ?? {}).map((name) => [
    name,
    schema?.required?.includes(name) ?? false,
  ]);
}

function resolved(schema: Schema | undefined, document: ApiDocument): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name ? (document.components?.['schemas']?.[name] as Schema | undefined) : schema;
}
