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
});
