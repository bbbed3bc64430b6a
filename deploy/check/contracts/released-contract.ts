import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EventContract } from '@passerelle/contracts';

/** JSON Schema, as far as contracts use it. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

/** What was promised to consumers when the contract was first released. */
export interface ReleasedContract {
  readonly type: string;
  readonly version: number;
  readonly topic: string;
  readonly key: string;
  readonly data: Schema;
}

/** Zod writes these formats out as long expressions of its own, which may change while the format does not. */
const PLAIN_FORMATS = new Set(['uuid', 'date', 'date-time', 'email']);
/** Prose may be improved, and says nothing of the shape. */
const PROSE = new Set(['$schema', 'description', 'title', 'examples', 'id']);

/** The promise that a contract makes now. */
export function promiseOf(contract: EventContract): ReleasedContract {
  const { type, version, topic, key, schema } = contract;
  return { type, version, topic, key, data: plain(z.toJSONSchema(schema, { io: 'input' })) as Schema };
}

export function nameOf(contract: { type: string; version: number }): string {
  return `${contract.type}.v${contract.version}`;
}

export function readReleased(folder: string): ReleasedContract[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ReleasedContract);
}

export function writeReleased(folder: string, contract: ReleasedContract): void {
  writeFileSync(join(folder, `${nameOf(contract)}.json`), `${JSON.stringify(contract, null, 2)}\n`);
}

function plain(value: unknown, inside = ''): unknown {
  if (Array.isArray(value)) return value.map((it) => plain(it));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Record<string, unknown>;
  // Under "properties" the keys are fields of the event, which may well be called "title" or "id".
  const isKeyword = inside !== 'properties';
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => !(isKeyword && PROSE.has(name)))
      .filter(([name]) => !(isKeyword && name === 'pattern' && PLAIN_FORMATS.has(String(schema['format']))))
      .map(([name, inner]) => [name, plain(inner, isKeyword ? name : '')]),
  );
}
