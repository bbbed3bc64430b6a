import { breaks } from './breaks.spec';
import { runHistory } from './history.spec';

const histories = 1_000;

describe('the messaging core under a seeded scheduler', () => {
  jest.setTimeout(120_000);

  // 200,000 of them run in `npm run simulate`.
  it('loses, doubles and disorders nothing in a thousand histories of kills, pauses and broken links', async () => {
    let events = 0;
    for (let seed = 1; seed <= histories; seed += 1) {
      const outcome = await runHistory(seed);
      expect(outcome).toMatchObject({ seed, wrong: [] });
      events += outcome.events;
    }
    expect(events).toBeGreaterThan(2 * histories);
  });

  it('replays a seed exactly', async () => {
    for (const seed of [7, 77, 777]) {
      const { steps, trace } = await runHistory(seed);
      expect(await runHistory(seed)).toMatchObject({ steps, trace });
    }
  });

  it.each(breaks)('notices when %s is switched off', async (broken) => {
    let red = 0;
    // The rarest, a scan that gives way in the middle of a transaction, takes two thousand.
    for (let seed = 1; seed <= 5 * histories && red === 0; seed += 1) {
      red += (await runHistory(seed, broken)).wrong.length;
    }
    expect(red).toBeGreaterThan(0);
  });
});
