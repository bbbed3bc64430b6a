import { isDeepStrictEqual } from 'node:util';
import type { Ledger, Strike } from '../types';
import { uniquePrefix } from '@passerelle/testing';
import { check, gather, judge } from './check';
import { livedInTown } from './lived-in-town.spec';
import type { MadeUpTown } from './made-up-town.spec';
import { countsOf, none, type Plant } from './planting.spec';
import { plants } from './plants.spec';
import { report } from './report';
import { settle } from './settle';

const ledgerOf = ({ accepted }: MadeUpTown): Ledger => ({ accepted, refused: {}, unexpected: [] });
const strike: Strike = { at: new Date(), kind: 'SIGSTOP of a service', target: 'people-1' };

/** Most plants leave the topics as they are: those are written once. */
const prefix = uniquePrefix('checked');
const unplanted = livedInTown(prefix);

async function inTown<Result>(
  plant: Plant['does'],
  look: (town: MadeUpTown) => Promise<Result>,
): Promise<Result> {
  const planted = livedInTown(prefix);
  plant(planted);
  const itsTopics = !isDeepStrictEqual(
    [planted.records, planted.behind],
    [unplanted.records, unplanted.behind],
  );
  const town = itsTopics ? livedInTown() : planted;
  if (itsTopics) {
    plant(town);
    await town.writeTopics();
  }
  await town.writeDatabases();
  try {
    return await look(town);
  } finally {
    await town.raze();
  }
}

describe('the checker', () => {
  jest.setTimeout(60_000);
  beforeAll(() => unplanted.writeTopics());

  it('finds nothing in a town where nothing is wrong, at rest or while it runs', async () => {
    await inTown(
      () => undefined,
      async (town) => {
        const verdict = await check(town.where, ledgerOf(town), []);
        expect(verdict.findings).toEqual([]);
        expect(countsOf(verdict)).toEqual(none);
        // It did look.
        expect(verdict.events).toBeGreaterThan(25);
        expect(countsOf(await check(town.where, ledgerOf(town), [], { final: false }))).toEqual(none);
        expect(await settle(town.where, { standsStillMs: 10_000, atMostMs: 20_000 })).toBe(true);
      },
    );
  });

  it.each(plants)('counts $what', async ({ does, counts, untilRest }) => {
    await inTown(does, async (town) => {
      const found = await gather(town.where);
      const verdict = judge({ ...found, final: true }, town.accepted, 0);
      expect({ ...countsOf(verdict), findings: verdict.findings }).toMatchObject({ ...none, ...counts });
      const running = countsOf(judge({ ...found, final: false }, town.accepted, 0));
      if (untilRest) expect(running).toEqual(none);
      else expect(Object.values(running).some((count) => count > 0)).toBe(true);
    });
  });

  it('allows one send in flight for a strike', async () => {
    const stale = plants.find(({ counts }) => counts.staleFences)!;
    await inTown(stale.does, async (town) => {
      expect((await check(town.where, ledgerOf(town), [strike])).staleFences).toBe(0);
    });
  });

  it('is not at rest while something is parked', async () => {
    const parked = plants.find(({ what }) => what === 'a parked event')!;
    await inTown(parked.does, async (town) =>
      expect(await settle(town.where, { standsStillMs: 3_000, atMostMs: 20_000 })).toBe(false),
    );
  });

  it('says what it found in a text for people', async () => {
    const lost = plants.find(({ what }) => what === 'a mail marked as sent that never came')!;
    await inTown(lost.does, async (town) => {
      const text = report(await check(town.where, ledgerOf(town), [strike]), ledgerOf(town), [strike], 8, 42);
      expect(text).toContain('Seed 42, 8 minutes');
      expect(text).toContain('**1 faults.**');
      expect(text).toContain('- lost: delivery delivery-mail is marked as sent');
      expect(text).toMatch(/\| SIGSTOP of a service +\| 1 /);
    });
  });
});
