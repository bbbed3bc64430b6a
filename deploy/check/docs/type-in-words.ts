import type { Schema } from '../contracts/released-contract';

const FORMATS: Record<string, string> = {
  uuid: 'UUID',
  date: 'day',
  'date-time': 'instant',
  email: 'e-mail',
};

const SLUG = '^[a-z][a-z0-9-]{1,59}$';

const byType: Record<string, (schema: Schema) => string> = {
  array: (schema) => `list of ${schema.items ? typeInWords(schema.items) : 'anything'}`,
  object: objectInWords,
  string: stringInWords,
  integer: numberInWords,
  number: numberInWords,
  boolean: () => 'yes or no',
};

/** A JSON Schema as a reader of the catalogue wants it: "UUID", "`normal` or `urgent`", "whole number, at least 1". */
export function typeInWords(schema: Schema): string {
  if (Array.isArray(schema['enum'])) return choice(schema['enum']);
  if ('const' in schema) return choice([schema['const']]);
  if (Array.isArray(schema['anyOf'])) return (schema['anyOf'] as Schema[]).map(typeInWords).join(' or ');
  return byType[schema.type ?? '']?.(schema) ?? schema.type ?? 'anything';
}

function choice(values: readonly unknown[]): string {
  return values.map((it) => `\`${String(it)}\``).join(' or ');
}

function objectInWords(schema: Schema): string {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, inner]) => `\`${name}\`${required.has(name) ? '' : ' (optional)'}: ${typeInWords(inner)}`,
  );
  return `{ ${fields.join('; ')} }`;
}

function stringInWords(schema: Schema): string {
  const format = FORMATS[String(schema['format'])];
  if (format) return format;
  if (schema['pattern'] === SLUG) return 'slug';
  const limit =
    schema['maxLength'] === undefined ? '' : `, at most ${String(schema['maxLength'])} characters`;
  const pattern = schema['pattern'] === undefined ? '' : ` \`${String(schema['pattern'])}\``;
  return `text${pattern}${limit}`;
}

function numberInWords(schema: Schema): string {
  const name = schema.type === 'integer' ? 'whole number' : 'number';
  const bounds = [
    ['minimum', 'at least'],
    ['maximum', 'at most'],
  ] as const;
  const words = bounds
    .filter(
      ([keyword]) =>
        Number.isFinite(schema[keyword]) && Math.abs(Number(schema[keyword])) < Number.MAX_SAFE_INTEGER,
    )
    .map(([keyword, text]) => `, ${text} ${String(schema[keyword])}`);
  return name + words.join('');
}
