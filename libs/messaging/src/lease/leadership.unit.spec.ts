import { systemTime } from '../time';
import { Leadership } from './leadership';
import type { HeldLease, Lease } from './lease';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const hasty = { ...systemTime, sleep: (_ms: number, signal?: AbortSignal) => systemTime.sleep(1, signal) };
const held: HeldLease = { fence: 1, isHeld: () => true };
const granted = { acquire: async () => held, release: async () => undefined } as unknown as Lease;
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

describe('who leads', () => {
  it('takes its duties up again when one of them ended or failed, whatever it was', async () => {
    const begun: string[] = [];
    let resolve: () => void = () => undefined;
    const again = new Promise<void>((done) => (resolve = done));
    const duty =
      (name: string, act: (signal: AbortSignal) => Promise<void>) =>
      (_held: HeldLease, signal: AbortSignal) => {
        begun.push(name);
        if (begun.length >= 6) resolve();
        return act(signal);
      };
    const fails = () => Promise.reject(new Error('relay'));
    const duties = [duty('relay', fails), duty('due', untilAborted)];
    const leadership = new Leadership(granted, duties, silent, hasty);
    leadership.start();
    await again;
    await leadership.stop();
    expect(begun.slice(0, 4)).toEqual(['relay', 'due', 'relay', 'due']);
  });

  it('does not begin what it would have to end, when the lease is granted while it stops', async () => {
    let grant: (lease: HeldLease) => void = () => undefined;
    const asked = new Promise<HeldLease>((resolve) => (grant = resolve));
    const release = jest.fn(async () => undefined);
    const slow = { acquire: () => asked, release } as unknown as Lease;
    const duty = jest.fn(async (_held: HeldLease, signal: AbortSignal) => untilAborted(signal));
    const leadership = new Leadership(slow, [duty], silent, hasty);
    leadership.start();
    const stopped = leadership.stop();
    grant(held);
    await stopped;
    expect(duty).not.toHaveBeenCalled();
    expect(release).toHaveBeenCalledTimes(1);
  });
});
