import { fold, given, isRefusal } from '@passerelle/domain-kit';
import fc from 'fast-check';
import type { Person, PersonEvent } from './person';
import { personDecider, whatMayHappen, type PersonCommand } from './person.decide';

const now = new Date('2026-11-24T08:00:00Z');
const registered: PersonEvent = { type: 'PersonRegistered', district: 'centre', ageBand: '65+', at: now };
const merged: PersonEvent = { type: 'PersonMerged', into: 'b' };
const when = (past: PersonEvent[], command: PersonCommand) => given(personDecider, past).when(command);

describe('a person’s file', () => {
  const register: PersonCommand = { type: 'RegisterPerson', district: 'centre', ageBand: '65+', now };
  it('is created', () => when([], register).then([registered]));
  it('is created once', () => when([registered], register).thenNothing());

  it('starts without any consent given', () => {
    const state = fold(personDecider.evolve, personDecider.initial, [registered]);
    const answers = state.status === 'registered' ? Object.values(state.consents) : [];
    expect(answers.map(({ answer }) => answer)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  const change: PersonCommand = { type: 'ChangeDetails', fields: ['phones'], ageBand: '65+' };
  it('is corrected', () =>
    when([registered], change).then([{ type: 'DetailsChanged', fields: ['phones'], ageBand: '65+' }]));
  it('is not corrected by what it says already', () =>
    when([registered], { ...change, fields: [] }).thenNothing());
  it('is not corrected before it exists', () => when([], change).thenRefused('UnknownPerson'));
  it('is not corrected once merged', () => when([registered, merged], change).thenRefused('PersonMerged'));

  const consent: PersonCommand = { type: 'RecordConsent', purpose: 'special-needs', answer: 'given', now };
  it('keeps each answer, even the same one again', () => {
    const event: PersonEvent = {
      type: 'ConsentRecorded',
      purpose: 'special-needs',
      answer: 'given',
      at: now,
    };
    when([registered], consent).then([event]);
    when([registered, event], consent).then([event]);
  });
  it('records no consent on a merged file', () =>
    when([registered, merged], consent).thenRefused('PersonMerged'));
});

describe('a copy of what is held', () => {
  const make: PersonCommand = { type: 'MakeCopy', copyId: 'c1' };
  const made: PersonEvent = { type: 'CopyMade', copyId: 'c1' };
  it('is journaled', () => when([registered], make).then([made]));
  it('is journaled once, however often it is asked for', () => when([registered, made], make).thenNothing());
  it('is another one the next time', () =>
    when([registered, made], { ...make, copyId: 'c2' }).then([{ type: 'CopyMade', copyId: 'c2' }]));
  it('is of the kept file', () => when([registered, merged], make).thenRefused('PersonMerged'));
  it('is of somebody', () => when([], make).thenRefused('UnknownPerson'));
});

describe('merging', () => {
  const merge: PersonCommand = { type: 'MergePerson', personId: 'a', keptId: 'b' };
  it('happens', () => when([registered], merge).then([merged]));
  it('happens once', () => when([registered, merged], merge).thenNothing());
  it('refuses a file into itself, which is also how a loop ends', () =>
    when([registered], { ...merge, keptId: 'a' }).thenRefused('MergeIntoItself'));
  it('refuses a second target', () =>
    when([registered, merged], { ...merge, keptId: 'c' }).thenRefused('AlreadyMerged'));
  it('refuses who is unknown', () => when([], merge).thenRefused('UnknownPerson'));

  it('is undone', () =>
    when([registered, merged], { type: 'UnmergePerson' }).then([{ type: 'PersonUnmerged', from: 'b' }]));
  it('is not undone twice', () => when([registered], { type: 'UnmergePerson' }).thenNothing());
  it('leaves the file as it was, once undone', () => {
    const undone: PersonEvent = { type: 'PersonUnmerged', from: 'b' };
    const after = fold(personDecider.evolve, personDecider.initial, [registered, merged, undone]);
    expect(after).toEqual(fold(personDecider.evolve, personDecider.initial, [registered]));
  });

  it('is written on the kept file too, unless that one is merged away', () => {
    const absorb: PersonCommand = { type: 'AbsorbDuplicate', duplicateId: 'x' };
    when([registered], absorb).then([{ type: 'DuplicateAbsorbed', duplicateId: 'x' }]);
    when([registered, merged], absorb).thenRefused('PersonMerged');
  });
});

describe('any history of merges', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const step = fc.record({ merge: fc.boolean(), id: fc.constantFrom(...ids), into: fc.constantFrom(...ids) });

  /** The use case, without its database: the kept file is looked up, then the rule decides. */
  function play(steps: readonly { merge: boolean; id: string; into: string }[]) {
    const files = new Map<string, Person>(
      ids.map((id) => [id, personDecider.evolve(personDecider.initial, registered)]),
    );
    const keptOf = (id: string, depth = 0): string => {
      const file = files.get(id);
      if (depth > ids.length) throw new Error(`a loop through ${id}`);
      return file?.status === 'merged' ? keptOf(file.into, depth + 1) : id;
    };
    for (const { merge, id, into } of steps) {
      const command: PersonCommand = merge
        ? { type: 'MergePerson', personId: id, keptId: keptOf(into) }
        : { type: 'UnmergePerson' };
      const file = files.get(id) ?? personDecider.initial;
      const outcome = personDecider.decide(command, file);
      if (!isRefusal(outcome)) files.set(id, fold(personDecider.evolve, file, outcome));
    }
    return { files, keptOf };
  }

  it('leads every file to one that is kept, and never in a circle', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { files, keptOf } = play(steps);
        for (const id of ids) expect(files.get(keptOf(id))?.status).toBe('registered');
      }),
      { numRuns: 10_000 },
    );
  });

  it('is undone by unmerging everything, in any order', () => {
    const undo = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), undo, (steps, order) => {
        const { keptOf } = play([...steps, ...order.map((id) => ({ merge: false, id, into: id }))]);
        for (const id of ids) expect(keptOf(id)).toBe(id);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('has an answer for every command in every state', () => {
  for (const answers of Object.values(whatMayHappen)) {
    expect(Object.keys(answers)).toEqual(['unknown', 'registered', 'merged']);
  }
});
