import type { ArgumentMetadata } from '@nestjs/common';
import fc from 'fast-check';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error';
import { forbiddenKey } from './forbidden-key';
import { InputPipe } from './input.pipe';

const need = z.strictObject({
  id: z.uuid(),
  words: z.string().min(2).max(10),
  email: z.email().optional(),
  contactedOn: z.iso.date().optional(),
  at: z.iso.time().optional(),
  urgency: z.enum(['normal', 'urgent']).optional(),
  count: z.int().min(1).max(4).optional(),
  topics: z.array(z.string()).min(1).max(2).optional(),
  agreed: z.boolean().optional(),
  place: z.strictObject({ name: z.string().min(1) }).optional(),
  rule: z.string().regex(/^FREQ/, 'Cette récurrence ne se lit pas.').optional(),
});
const id = '01a20c24-dc65-757c-9628-224d10b950dd';

async function errorsOf(value: unknown, metadata: Partial<ArgumentMetadata> = {}) {
  try {
    await new InputPipe().transform(value, { type: 'body', schema: need, ...metadata } as ArgumentMetadata);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.errors;
    throw error;
  }
  return 'accepted';
}

describe('what a route takes', () => {
  it('is what the schema made of it', async () => {
    const query = z.strictObject({ limit: z.coerce.number().default(100) });
    const read = new InputPipe().transform({ limit: '5' }, {
      type: 'query',
      schema: query,
    } as ArgumentMetadata);
    await expect(read).resolves.toEqual({ limit: 5 });
    expect(await errorsOf({ id, words: 'loyer' })).toBe('accepted');
  });

  it.each([
    [{ words: 'loyer' }, 'id', 'Cette information est nécessaire.'],
    [{ id: 'x', words: 'loyer' }, 'id', 'Cet identifiant n’est pas valable.'],
    [{ id, words: '' }, 'words', 'Au moins 2 caractères sont attendus.'],
    [{ id, words: 'x'.repeat(11) }, 'words', 'Le texte dépasse 10 caractères.'],
    [{ id, words: 12 }, 'words', 'Un texte est attendu ici.'],
    [{ id, words: { $ne: '' } }, 'words.$ne', 'Cette information n’est pas acceptée.'],
    [{ id, words: 'ok', email: 'x' }, 'email', 'Cette adresse électronique n’est pas valable.'],
    [
      { id, words: 'ok', contactedOn: '2026-02-30' },
      'contactedOn',
      'Cette date n’est pas valable : elle s’écrit 2026-12-03.',
    ],
    [{ id, words: 'ok', at: '25:00' }, 'at', 'Cette heure n’est pas valable : elle s’écrit 14:30.'],
    [{ id, words: 'ok', urgency: 'soon' }, 'urgency', 'Les choix possibles sont : normal, urgent.'],
    [{ id, words: 'ok', count: 0 }, 'count', 'Le minimum est 1.'],
    [{ id, words: 'ok', count: 5 }, 'count', 'Le maximum est 4.'],
    [{ id, words: 'ok', count: 1.5 }, 'count', 'Un nombre entier est attendu ici.'],
    [{ id, words: 'ok', topics: [] }, 'topics', 'La liste est vide.'],
    [{ id, words: 'ok', topics: ['a', 'b', 'c'] }, 'topics', 'La liste dépasse 2 éléments.'],
    [{ id, words: 'ok', agreed: 'yes' }, 'agreed', 'Un oui ou un non (true ou false) est attendu ici.'],
    [{ id, words: 'ok', place: { name: '' } }, 'place.name', 'Cette information est nécessaire.'],
    [
      { id, words: 'ok', place: { name: 'a', room: 1 } },
      'place.room',
      'Cette information n’est pas attendue ici.',
    ],
    [{ id, words: 'ok', surprise: 1 }, 'surprise', 'Cette information n’est pas attendue ici.'],
    [{ id, words: 'ok', rule: 'x' }, 'rule', 'Cette récurrence ne se lit pas.'],
    [undefined, '', 'La demande est vide.'],
    [null, '', 'La demande est vide.'],
    ['text', '', 'Un ensemble d’informations est attendu ici.'],
  ])('refuses %j by its field', async (value, field, sentence) => {
    expect(await errorsOf(value)).toEqual([{ field, sentence }]);
  });

  it('says everything that is to correct, one error a field', async () => {
    expect(await errorsOf({ words: '', a: 1, b: 2 })).toHaveLength(4);
  });

  it.each([
    [{ answer: 'accept', date: 'x' }, 'placeId'],
    [{ answer: 'accept', placeId: 'x' }, 'date'],
    [{ answer: 'accept', date: 'x', placeName: 'Salle' }, 'address'],
    [{ answer: 'decline' }, 'reason'],
    [{}, 'answer'],
    [{ answer: 'maybe' }, 'answer'],
    [{ answer: ['accept'] }, 'answer'],
  ])('of several shapes, corrects %j by the shape that was meant', async (value, field) => {
    const accept = { answer: z.literal('accept'), date: z.string() };
    const schema = z.union([
      z.strictObject({ ...accept, placeId: z.string() }),
      z.strictObject({ ...accept, placeName: z.string(), address: z.string() }),
      z.strictObject({ answer: z.literal('decline'), reason: z.string() }),
    ]);
    const sentence =
      field === 'answer'
        ? 'Les choix possibles sont : accept, decline.'
        : 'Cette information est nécessaire.';
    expect(await errorsOf(value, { schema })).toEqual([{ field, sentence }]);
  });

  it('names a lone parameter', async () => {
    expect(await errorsOf('x', { type: 'param', data: 'id', schema: z.uuid() })).toEqual([
      { field: 'id', sentence: 'Cet identifiant n’est pas valable.' },
    ]);
  });

  it('never echoes a value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 12 }), async (value) => {
        const errors = await errorsOf({
          id: value,
          words: value,
          email: value,
          contactedOn: value,
          urgency: value,
        });
        expect(JSON.stringify(errors)).not.toContain(JSON.stringify(value).slice(1, -1));
      }),
    );
  });
});

describe('a forbidden key', () => {
  it.each([
    ['{"$where":"1"}', '$where'],
    ['{"a":[{"b":{"$gt":""}}]}', 'a.0.b.$gt'],
    ['{"a":{"__proto__":{"admin":true}}}', 'a.__proto__'],
    ['{"constructor":{"prototype":{}}}', 'constructor'],
  ])('is found in %s', (json, path) => expect(forbiddenKey(JSON.parse(json))?.join('.')).toBe(path));

  it('is not found in honest input', () => {
    expect(
      forbiddenKey({ price: '5 $', words: '__proto__', list: [1, null, 'constructor'] }),
    ).toBeUndefined();
    expect(forbiddenKey(null)).toBeUndefined();
  });

  it('is found wherever it is planted, and nowhere else', () => {
    const honest = fc.object({
      key: fc.stringMatching(/^[a-z]{1,8}$/).filter((key) => key !== 'constructor' && key !== 'prototype'),
      maxDepth: 4,
    });
    fc.assert(
      fc.property(honest, fc.constantFrom('$ne', '__proto__', 'constructor', 'prototype'), (value, key) => {
        expect(forbiddenKey(value)).toBeUndefined();
        const planted = { outer: [value, Object.defineProperty({}, key, { value: 1, enumerable: true })] };
        expect(forbiddenKey(planted)?.at(-1)).toBe(key);
      }),
    );
  });
});
