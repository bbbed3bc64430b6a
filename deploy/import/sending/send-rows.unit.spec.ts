import { resultOf } from '../showing/result';
import type { GoodRow } from '../rows/row';
import { Api } from './api';
import { sendRows } from './send-rows';

interface Body {
  id: string;
  lastName: string;
  personId: string;
  words: string;
  lookalikesSeen: string[];
}

/** Answers as people and ccas do, as far as the order of calls and repeated ids go. A name that ends in `?` is doubtful. */
function town(options: { failAfter?: number } = {}) {
  const people = new Map<string, string>();
  const needs = new Map<string, { personId: string; words: string }>();
  const created: string[] = [];
  let calls = 0;
  const candidates = (name: string) =>
    [...people]
      .filter(([, other]) => other.replace('?', '') === name.replace('?', ''))
      .map(([personId]) => ({ personId }));
  const matchOf = (name: string) => {
    const found = candidates(name);
    if (!found.length) return { verdict: 'new', candidates: [] };
    if (name.endsWith('?')) return { verdict: 'doubtful', candidates: found };
    return { verdict: 'same', personId: found[0]!.personId, candidates: found };
  };
  const answers: Record<string, (body: Body) => [number, object]> = {
    '/api/people/persons/match': ({ lastName }) => [200, matchOf(lastName)],
    '/api/people/persons': ({ id, lastName, lookalikesSeen }) => {
      if (people.has(id)) return [200, { id }];
      const unseen = candidates(lastName).filter((one) => !lookalikesSeen.includes(one.personId));
      if (unseen.length) return [409, { name: 'LookalikeFound', ...matchOf(lastName) }];
      people.set(id, lastName);
      return [201, { id }];
    },
    '/api/ccas/needs': ({ id, personId, words }) => {
      if (words === 'interdit') return [403, { detail: 'Plus de droit.' }];
      if (words === 'refusé') return [409, { name: 'NotNow', detail: 'Pas maintenant.' }];
      if (!needs.has(id)) created.push(words);
      needs.set(id, { personId, words });
      return [
        201,
        { id, topic: words === 'vague' ? null : 'debt', field: words === 'vague' ? null : 'legal-access' },
      ];
    },
  };
  const api = new Api({
    gateway: 'http://gateway',
    territory: '91645',
    token: async () => 'token',
    fetch: (async (url: string, init: { body: string }) => {
      if (options.failAfter !== undefined && ++calls > options.failAfter)
        return Response.json({}, { status: 403 });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
      const [status, body] = answers[new URL(url).pathname]!(JSON.parse(init.body) as Body);
      return Response.json(body, { status });
    }) as unknown as typeof fetch,
  });
  return { api, people, needs, created, heal: () => delete options.failAfter };
}

const row = (line: number, lastName: string, words: string): GoodRow => ({
  line,
  lastName,
  firstName: 'Jeanne',
  words,
  urgency: 'normal',
  contactedOn: '2026-10-01',
  remarks: [],
});
const rows = [
  row(2, 'Perez', 'un'),
  row(3, 'Pons', 'vague'),
  row(4, 'Perez', 'deux'),
  row(5, 'Colin?', 'quatre'),
  row(6, 'Colin?', 'cinq'),
  row(7, 'Perez', 'trois'),
  row(8, 'Blot', 'refusé'),
];
const options = { territory: '91645', concurrency: 4 };

describe('sending the rows', () => {
  it('brings each person in once, in the order of the file, and keeps doubtful ones apart', async () => {
    const { api, people, created } = town();
    const outcome = await sendRows(api, rows, options);
    expect(created.filter((words) => ['un', 'deux', 'trois'].includes(words))).toEqual([
      'un',
      'deux',
      'trois',
    ]);
    expect([...people.values()].sort()).toEqual(['Blot', 'Colin?', 'Colin?', 'Perez', 'Pons']);
    expect(outcome.refused).toEqual([
      { line: 8, why: 'refused', reason: 'Refusée par Passerelle : Pas maintenant.' },
    ]);
    expect(resultOf({ rows: [], bad: [] }, outcome)).toEqual({
      rows: 0,
      good: 5,
      bad: [{ line: 8, why: 'refused' }],
      toClassify: [3],
      people: 4,
      doubtful: [[5, 6]],
      byTopic: { debt: 5 },
      byField: { 'legal-access': 5 },
    });
  });

  it('adds nothing when it is run twice, and says the same', async () => {
    const { api, people, needs } = town();
    const first = resultOf({ rows: [], bad: [] }, await sendRows(api, rows, options));
    const before = [people.size, needs.size];
    const second = resultOf({ rows: [], bad: [] }, await sendRows(api, rows, options));
    expect([people.size, needs.size]).toEqual(before);
    expect(second).toEqual(first);
  });

  it.each([1, 4, 8, 12, 14])('ends the same when it was cut after %i calls', async (failAfter) => {
    const whole = town();
    await sendRows(whole.api, rows, options);
    const cut = town({ failAfter });
    await expect(sendRows(cut.api, rows, options)).rejects.toThrow('droit');
    cut.heal();
    await sendRows(cut.api, rows, options);
    expect([...cut.needs.keys()].sort()).toEqual([...whole.needs.keys()].sort());
    expect([...cut.people.values()].sort()).toEqual([...whole.people.values()].sort());
  });

  it('finds people who were there before the import', async () => {
    const { api, people } = town();
    people.set('known', 'Pons');
    const { sent } = await sendRows(api, rows, options);
    expect(sent.find(({ line }) => line === 3)).toMatchObject({ personId: 'known', broughtPerson: false });
    expect([...people.values()].filter((name) => name === 'Pons')).toHaveLength(1);
  });

  it('keeps apart a person who may be one of those who were there before', async () => {
    const { api, people } = town();
    people.set('known', 'Colin?');
    const { sent, refused } = await sendRows(api, rows.slice(3, 4), options);
    expect(refused).toEqual([]);
    expect(sent).toEqual([expect.objectContaining({ broughtPerson: true, maybe: ['known'] })]);
  });

  it('lets the other rows rest when one of them stops the import', async () => {
    const { api, created } = town();
    const many = Array.from({ length: 60 }, (_, at) =>
      row(at + 2, `Nom${at}`, at === 4 ? 'interdit' : `mot ${at}`),
    );
    await expect(sendRows(api, many, options)).rejects.toThrow('Plus de droit.');
    expect(created.length).toBeLessThan(20);
  });

  it('counts every row that went, and none after a failure', async () => {
    let ticks = 0;
    await sendRows(town().api, rows, { ...options, onRow: () => ticks++ });
    expect(ticks).toBe(rows.length);
  });
});
