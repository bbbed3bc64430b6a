import { isDeepStrictEqual } from 'node:util';
import type { ReleasedContract, Schema } from './released-contract';

/**
 * What breaks consumers between what was released and what the code promises now, one English sentence each.
 * A new optional field is the one change that keeps a version (rule 5 of the architecture); it breaks nothing.
 */
export function breaks(released: ReleasedContract, now: ReleasedContract): string[] {
  const found: string[] = [];
  for (const name of ['topic', 'key'] as const) {
    if (released[name] !== now[name]) found.push(`${name} was ${released[name]}, is ${now[name]}`);
  }
  return [...found, ...schemaBreaks(released.data, now.data, 'data')];
}

function schemaBreaks(released: Schema, now: Schema, path: string): string[] {
  const found = keywordBreaks(released, now, path);
  const before = released.properties ?? {};
  const after = now.properties ?? {};
  for (const [field, schema] of Object.entries(before)) {
    const current = after[field];
    if (current === undefined) found.push(`${path}.${field} is gone`);
    else found.push(...schemaBreaks(schema, current, `${path}.${field}`));
  }
  found.push(...requiredBreaks(released, now, path));
  if (released.items && now.items) found.push(...schemaBreaks(released.items, now.items, `${path}[]`));
  return found;
}

function keywordBreaks(released: Schema, now: Schema, path: string): string[] {
  const structural = new Set(['properties', 'required', ...(released.items && now.items ? ['items'] : [])]);
  const keywords = new Set(
    [...Object.keys(released), ...Object.keys(now)].filter((it) => !structural.has(it)),
  );
  return [...keywords]
    .filter((keyword) => !isDeepStrictEqual(released[keyword], now[keyword]))
    .map((keyword) => `${path}: ${keyword} was ${show(released[keyword])}, is ${show(now[keyword])}`);
}

function requiredBreaks(released: Schema, now: Schema, path: string): string[] {
  const before = new Set(released.required);
  const after = new Set(now.required);
  const added = [...after].filter((field) => !before.has(field)).map((it) => `${path}.${it} is now required`);
  const gone = [...before]
    .filter((field) => !after.has(field))
    .map((it) => `${path}.${it} is no longer required`);
  return [...added, ...gone];
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
