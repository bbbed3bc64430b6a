import type { ReleasedContract, Schema } from './released-contract';

/** Open text that may travel, and why. Anything else that a person could type into does not leave its service. */
const OPEN_TEXT: Readonly<Record<string, string>> = {
  placeName: 'a place of the town, not of a resident',
  placeAddress: 'a place of the town, not of a resident',
  workerId: 'the subject of an agent’s token',
  officerId: 'the subject of an agent’s token',
};

/** Words that name a personal value, whatever its shape. */
const PERSONAL =
  /^(first|last|birth|full|given|family)?(name|surname)$|birth|phone|mail|note|comment|address|health|gender/i;

/**
 * Fields of an event that could carry a personal value (rule 6 of the architecture): open text without a reason,
 * or a name that says so. Topics keep everything for ever, hence nothing that must one day be erased.
 */
export function personalFields(contract: ReleasedContract): string[] {
  return fieldsOf(contract.data, '')
    .filter(({ name, schema }) => !(name in OPEN_TEXT) && (PERSONAL.test(name) || isOpenText(schema)))
    .map(({ path }) => `${contract.type}.${path}`);
}

function fieldsOf(schema: Schema, path: string): { name: string; path: string; schema: Schema }[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [
    { name, path: path + name, schema: inner },
    ...fieldsOf(inner, `${path}${name}.`),
  ]);
  const branches = (schema['anyOf'] ?? schema['oneOf'] ?? []) as Schema[];
  const items = schema.items ? [{ name: '', path: `${path}[]`, schema: schema.items }] : [];
  return [
    ...own,
    ...items,
    ...[...branches, ...(schema.items ? [schema.items] : [])].flatMap((it) => fieldsOf(it, path)),
  ];
}

function isOpenText(schema: Schema): boolean {
  const closed = ['format', 'enum', 'const', 'pattern'].some((keyword) => keyword in schema);
  return schema.type === 'string' && !closed;
}
