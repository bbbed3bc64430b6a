import { z } from 'zod';
import { allContracts } from '@passerelle/contracts';
import { personalFields } from './personal';
import { promiseOf } from './released-contract';

const found = (shape: Record<string, z.ZodType>) =>
  personalFields(
    promiseOf({
      type: 'T',
      version: 1,
      topic: 'a.b',
      key: 'needId',
      summary: '',
      schema: z.object({ needId: z.uuid(), ...shape }),
    }),
  );

describe('personal values in events', () => {
  it('are in no contract', () => {
    expect(allContracts.map(promiseOf).flatMap(personalFields)).toEqual([]);
  });

  it.each([
    ['an open text', { remark: z.string().max(200) }, ['T.remark']],
    ['an open text deep down', { place: z.object({ floor: z.string() }) }, ['T.place.floor']],
    ['a list of open texts', { tags: z.array(z.string()) }, ['T.tags.[]']],
    ['a list of objects with one', { people: z.array(z.object({ who: z.string() })) }, ['T.people.who']],
    ['a name', { lastName: z.string().regex(/^a$/) }, ['T.lastName']],
    ['a date of birth', { birthDate: z.iso.date() }, ['T.birthDate']],
    ['a mail address', { email: z.email() }, ['T.email']],
  ])('are found as %s', (_what, shape, fields) => {
    expect(found(shape as Record<string, z.ZodType>)).toEqual(fields);
  });

  it('are not seen in ids, days, words of a list and slugs', () => {
    const shape = {
      personId: z.uuid(),
      contactedOn: z.iso.date(),
      urgency: z.enum(['normal']),
      topic: z.string().regex(/^[a-z]+$/),
    };
    expect(found(shape)).toEqual([]);
  });
});
