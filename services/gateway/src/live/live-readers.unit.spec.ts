import type { Hint } from '@passerelle/messaging';
import { LiveReaders } from './live-readers';
import type { Told } from './recent';

const hint = (key: string, more: Partial<Hint> = {}): Hint => ({
  ...{ topic: 'ccas.need', type: 'NeedIdentified', territory: '91645', at: new Date(0) },
  ...more,
  key,
});

describe('browsers that listen', () => {
  let readers: LiveReaders;
  beforeEach(() => {
    jest.useFakeTimers();
    readers = new LiveReaders('p');
  });
  afterEach(() => {
    readers.close();
    jest.useRealTimers();
  });

  function browser(lastId?: string, sessionId = 's', territories = ['91645']) {
    const told: string[] = [];
    const state = { ended: false, lastId };
    const stream = {
      tell: ({ id, hint: what }: Told) => {
        // Not undefined: jest takes a list of it for an empty one.
        told.push(what?.key ?? 'again');
        state.lastId = id;
      },
      beat: (id: string) => void (state.lastId = id),
      end: () => void (state.ended = true),
    };
    const leave = readers.join({ sessionId, roles: ['ccas-worker'], territories, stream }, lastId);
    return { told, state, leave };
  }
  const soon = () => jest.advanceTimersByTime(60);

  it('are told together what happened, each thing once, and only their own', () => {
    const [one, other] = [browser(), browser(undefined, 't', ['91477'])];
    readers.hear([hint('a'), hint('b')]);
    readers.hear([hint('a'), hint('c', { territory: '91477' })]);
    expect(one.told).toEqual([]);
    soon();
    expect(one.told).toEqual(['a', 'b']);
    expect(other.told).toEqual(['c']);
    soon();
    expect(one.told).toEqual(['a', 'b']);
  });

  it('are told to ask everything anew after an outage, and when too much happens at once', () => {
    const one = browser();
    readers.again();
    readers.hear(Array.from({ length: 301 }, (_none, at) => hint(String(at))));
    soon();
    expect(one.told).toEqual(['again', 'again']);
  });

  it('hear what they missed when they come back, or that nobody knows', () => {
    const one = browser();
    readers.hear([hint('a')]);
    soon();
    one.leave();
    readers.hear([hint('b')]);
    soon();
    expect(one.told).toEqual(['a']);
    expect(browser(one.state.lastId).told).toEqual(['b']);
    expect(browser('another-process-7').told).toEqual(['again']);
    expect(browser().told).toEqual([]);
  });

  it('that nothing concerns come back to where the others are', () => {
    const one = browser(undefined, 't', ['91477']);
    for (let at = 0; at < 8; at += 1) {
      readers.hear(Array.from({ length: 300 }, (_none, number) => hint(`${at}-${number}`)));
      soon();
    }
    jest.advanceTimersByTime(15_000);
    one.leave();
    expect(browser(one.state.lastId, 't', ['91477']).told).toEqual([]);
  });

  it('are let go when their session ends, when it has too many lines, and when we stop', () => {
    const [mine, others] = [browser(), browser(undefined, 't')];
    readers.endSession('s');
    expect([mine.state.ended, others.state.ended, readers.count]).toEqual([true, false, 1]);
    const many = Array.from({ length: 21 }, () => browser());
    expect(many.map(({ state }) => state.ended).filter(Boolean)).toEqual([true]);
    expect(many[0]!.state.ended).toBe(true);
    readers.close();
    expect(others.state.ended).toBe(true);
    expect(readers.count).toBe(0);
  });
});
