import fc from 'fast-check';
import { z } from 'zod';
import { allContracts } from '@passerelle/contracts';
import { breaks } from './compatibility';
import { compare } from './release';
import { promiseOf } from './released-contract';
import type { EventContract } from '@passerelle/contracts';

const contract = (schema: z.ZodType, more: Partial<EventContract> = {}): EventContract => ({
  type: 'NeedIdentified',
  version: 1,
  topic: 'ccas.need',
  key: 'needId',
  summary: 'For the test.',
  schema,
  ...more,
});
const shape = {
  needId: z.uuid(),
  urgency: z.enum(['normal', 'urgent']),
  place: z.object({ name: z.string().max(120), floor: z.int().optional() }),
  tags: z.array(z.object({ word: z.string() })),
};
const released = promiseOf(contract(z.object(shape)));
const against = (changed: z.ZodType, more: Partial<EventContract> = {}) =>
  breaks(released, promiseOf(contract(changed, more)));

describe('a released contract', () => {
  it('may gain an optional field, anywhere, and better prose', () => {
    expect(against(z.object({ ...shape, district: z.string().optional() }))).toEqual([]);
    expect(
      against(z.object({ ...shape, place: shape.place.extend({ door: z.string().optional() }) })),
    ).toEqual([]);
    expect(
      against(
        z.object({ ...shape, tags: z.array(z.object({ word: z.string(), more: z.string().optional() })) }),
      ),
    ).toEqual([]);
    expect(against(z.object({ ...shape, needId: z.uuid().describe('The need.') }))).toEqual([]);
  });

  const { urgency: _urgency, ...withoutUrgency } = shape;
  it.each([
    ['a field gone', z.object(withoutUrgency), 'data.urgency is gone'],
    ['a new required field', z.object({ ...shape, district: z.string() }), 'data.district is now required'],
    [
      'a field made optional',
      z.object({ ...shape, urgency: shape.urgency.optional() }),
      'no longer required',
    ],
    [
      'a word more in a list',
      z.object({ ...shape, urgency: z.enum(['normal', 'urgent', 'low']) }),
      'enum was',
    ],
    ['a word less', z.object({ ...shape, urgency: z.enum(['normal']) }), 'data.urgency'],
    ['another type', z.object({ ...shape, needId: z.int() }), 'data.needId: type'],
    ['another format', z.object({ ...shape, needId: z.string() }), 'data.needId: format'],
    [
      'a tighter limit',
      z.object({ ...shape, place: z.object({ ...shape.place.shape, name: z.string().max(60) }) }),
      'maxLength',
    ],
    [
      'a deep field gone',
      z.object({ ...shape, place: z.object({ name: z.string().max(120) }) }),
      'place.floor is gone',
    ],
    [
      'a change inside a list',
      z.object({ ...shape, tags: z.array(z.object({ word: z.int() })) }),
      'data.tags[].word',
    ],
    ['a list of something else', z.object({ ...shape, tags: z.string() }), 'data.tags: type'],
  ])('is broken by %s', (_what, changed, sentence) => {
    expect(against(changed).join('; ')).toContain(sentence);
  });

  it('is broken by another topic or key', () => {
    expect(against(z.object(shape), { topic: 'ccas.other' })).toEqual(['topic was ccas.need, is ccas.other']);
    expect(against(z.object(shape), { key: 'personId' })).toEqual(['key was needId, is personId']);
  });

  it('keeps a field that is called like a keyword of JSON Schema', () => {
    const titled = promiseOf(
      contract(z.object({ title: z.string(), description: z.string(), pattern: z.string() })),
    );
    expect(Object.keys(titled.data.properties ?? {})).toEqual(['title', 'description', 'pattern']);
  });
});

describe('the registry of contracts', () => {
  const promises = allContracts.map(promiseOf);

  it('compares equal with itself, and finds what is new, gone or declared twice', () => {
    expect(promises.length).toBeGreaterThan(20);
    expect(compare(promises, promises)).toEqual({ broken: [], unrecorded: [] });
    expect(compare(promises.slice(1), promises).unrecorded).toEqual([promises[0]]);
    expect(compare(promises, promises.slice(1)).broken[0]).toMatch(/was released and is gone/);
    expect(compare([], [...promises, promises[0]!]).broken).toEqual([
      expect.stringMatching(/declared twice/),
    ]);
  });

  it('is broken by the loss of any field of any contract', () => {
    const fields = promises.flatMap((promise) =>
      Object.keys(promise.data.properties ?? {}).map((field) => ({ promise, field })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fields), ({ promise, field }) => {
        const { [field]: _gone, ...rest } = promise.data.properties ?? {};
        const changed = { ...promise, data: { ...promise.data, properties: rest } };
        const now = promises.map((it) => (it === promise ? changed : it));
        expect(compare(promises, now).broken).toContain(
          `${promise.type}.v${promise.version}: data.${field} is gone`,
        );
      }),
    );
  });

  it('has no condition that a JSON Schema would not show, so that its change would pass unseen', () => {
    const hidden = allContracts.flatMap(({ type, schema }) =>
      hiddenConditions(schema).map((it) => `${type}: ${it}`),
    );
    expect(hidden).toEqual([]);
    expect(hiddenConditions(z.object({ a: z.array(z.string().refine(() => true)).optional() }))).toEqual([
      'custom',
    ]);
    expect(hiddenConditions(z.object({ a: z.string().transform(Number) }))).toEqual(['transform']);
  });

  it('has keys that are required fields, names in the past tense and topics of a service', () => {
    for (const { type, key, topic, data } of promises) {
      expect([type, data.required]).toEqual([type, expect.arrayContaining([key])]);
      expect([type, data.type]).toEqual([type, 'object']);
      expect(type).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(topic).toMatch(/^[a-z-]+\.[a-z-]+$/);
    }
  });
});

/** Refinements and transforms anywhere in a schema, by walking all that its definition holds. */
function hiddenConditions(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  if ('_zod' in schema) return hiddenConditions((schema._zod as { def: unknown }).def, seen);
  const def = schema as { type?: unknown; check?: unknown };
  const own = ['custom', 'transform'].filter((it) => def.type === it || def.check === it);
  return [...own, ...Object.values(schema).flatMap((inner) => hiddenConditions(inner, seen))];
}
