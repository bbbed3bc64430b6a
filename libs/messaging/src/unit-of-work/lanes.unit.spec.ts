import { setTimeout as sleep } from 'node:timers/promises';
import { Lanes } from './lanes';

describe('lanes', () => {
  it('let work of one lane go one after the other, in order, also after a failure', async () => {
    const lanes = new Lanes();
    const seen: string[] = [];
    const work = (name: string, ms: number) => async () => {
      seen.push(`${name} begins`);
      await sleep(ms);
      seen.push(`${name} ends`);
      if (name === 'second') throw new Error('second failed');
    };
    const all = [
      lanes.run('housing', work('first', 20)),
      lanes.run('housing', work('second', 1)),
      lanes.run('housing', work('third', 1)),
    ];
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('let other lanes, and work without a lane, go side by side', async () => {
    const lanes = new Lanes();
    let release = () => {};
    const held = lanes.run('housing', () => new Promise<void>((resolve) => (release = resolve)));
    await expect(lanes.run('debt', async () => 'done')).resolves.toBe('done');
    await expect(lanes.run(undefined, async () => 'done')).resolves.toBe('done');
    release();
    await held;
  });
});
