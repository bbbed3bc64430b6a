import { Outage } from './outage';

describe('an outage', () => {
  it('closes for longer each time, half a minute at most, and ends at the first success', () => {
    let now = 0;
    const outage = new Outage(() => now);
    expect([outage.isOver, outage.isProbing]).toEqual([true, false]);
    outage.failed();
    expect([outage.isOver, outage.isProbing]).toEqual([false, true]);
    now = 1_000;
    expect(outage.isOver).toBe(true);
    for (let failure = 0; failure < 20; failure += 1) outage.failed();
    now += 29_999;
    expect(outage.isOver).toBe(false);
    now += 1;
    expect(outage.isOver).toBe(true);
    outage.worked();
    expect(outage.isProbing).toBe(false);
  });
});
