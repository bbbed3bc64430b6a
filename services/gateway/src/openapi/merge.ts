import { serviceTitle } from '../service-titles';

/** As much of an OpenAPI document as merging needs. */
export interface ApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [more: string]: unknown;
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']);

/**
 * One description of the whole API: paths under `/api/<service>`, operations and tags of their service. Two services may
 * give one name to different schemas: each then carries its service's name. Identical ones are shared.
 */
export function mergeDocuments(
  documents: ReadonlyMap<string, ApiDocument>,
  missing: readonly string[],
): ApiDocument {
  const renamed = collisions(documents);
  const paths: Record<string, Record<string, unknown>> = {};
  const components: Record<string, Record<string, unknown>> = {};
  for (const [service, document] of documents) {
    const rename = (kind: string, name: string) =>
      renamed.has(`${kind}/${name}`) ? pascal(service) + name : name;
    const local = withReferences(document, rename) as ApiDocument;
    for (const [path, operations] of Object.entries(local.paths ?? {})) {
      paths[pathOf(service, path)] = ownedBy(service, operations);
    }
    for (const [kind, entries] of Object.entries(local.components ?? {})) {
      for (const [name, entry] of Object.entries(entries))
        (components[kind] ??= {})[rename(kind, name)] = entry;
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Passerelle',
      version: '1',
      description: [
        'Les services de la politique familiale d’une ville, derrière une seule adresse. Les refus et les erreurs suivent la RFC 9457. ' +
          'En-tête `x-territory` : code INSEE du territoire concerné.',
        ...(missing.length
          ? [`Ne répondent pas pour le moment : ${missing.map(serviceTitle).join(', ')}.`]
          : []),
      ].join('\n\n'),
    },
    servers: [{ url: '/' }],
    tags: [...documents.keys()].map((service) => ({ name: serviceTitle(service) })),
    paths,
    components,
  };
}

/** What the gateway answers itself is where it says. */
function pathOf(service: string, path: string): string {
  return service === 'gateway' ? path : `/api/${service}${path === '/' ? '' : path}`;
}

/** `schemas/Name` of the components that differ from one service to another under one name. */
function collisions(documents: ReadonlyMap<string, ApiDocument>): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const collided = new Set<string>();
  for (const document of documents.values()) {
    for (const [kind, entries] of Object.entries(document.components ?? {})) {
      for (const [name, entry] of Object.entries(entries)) {
        const content = JSON.stringify(entry);
        if ((seen.get(`${kind}/${name}`) ?? content) !== content) collided.add(`${kind}/${name}`);
        seen.set(`${kind}/${name}`, content);
      }
    }
  }
  return withReferring(documents, collided);
}

/** A schema that refers to a renamed one is no longer the same in both services either. */
function withReferring(
  documents: ReadonlyMap<string, ApiDocument>,
  collided: Set<string>,
): ReadonlySet<string> {
  const before = collided.size;
  for (const document of documents.values()) {
    for (const [kind, entries] of Object.entries(document.components ?? {})) {
      for (const [name, entry] of Object.entries(entries)) {
        const content = JSON.stringify(entry);
        if ([...collided].some((other) => content.includes(`"#/components/${other}"`)))
          collided.add(`${kind}/${name}`);
      }
    }
  }
  return collided.size === before ? collided : withReferring(documents, collided);
}

function ownedBy(service: string, operations: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => {
      if (!METHODS.has(method)) return [method, operation];
      const { operationId, ...rest } = operation as { operationId?: string };
      return [
        method,
        {
          ...rest,
          tags: [serviceTitle(service)],
          ...(operationId && { operationId: `${service}.${operationId}` }),
        },
      ];
    }),
  );
}

function withReferences(value: unknown, rename: (kind: string, name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const reference =
        key === '$ref' && typeof inner === 'string' && /^#\/components\/([^/]+)\/(.+)$/.exec(inner);
      if (!reference) return [key, withReferences(inner, rename)];
      return [key, `#/components/${reference[1]}/${rename(reference[1]!, reference[2]!)}`];
    }),
  );
}

function pascal(service: string): string {
  return service.replace(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
