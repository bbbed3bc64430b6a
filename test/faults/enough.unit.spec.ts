import { tooLittle } from './enough';
import { kinds } from './strikes/kinds';
import type { AcceptedCommand, Strike } from './types';

const struck = (times: number) =>
  Object.keys(kinds).flatMap((kind) =>
    Array.from({ length: times }, (): Strike => ({ at: new Date(), kind, target: 'Kafka' })),
  );
const ledger = (commands: number) => ({
  accepted: Array.from({ length: commands }, () => ({}) as AcceptedCommand),
  refused: {},
  unexpected: [],
});

describe('whether a run proves anything', () => {
  it('does with strikes and commands enough', () => {
    expect(tooLittle({ strikes: struck(4), ledger: ledger(15_000) }, 8)).toEqual([]);
  });

  it('does not with few commands, or a kind met once', () => {
    const strikes = struck(4).filter(({ kind }, index) => kind !== 'latency' || index % 4 === 0);
    expect(tooLittle({ strikes, ledger: ledger(14_999) }, 8)).toEqual([
      '14999 commands, not 15000',
      '1 times latency, not 2',
    ]);
  });

  it('asks a long run for more strikes, not for more commands', () => {
    expect(tooLittle({ strikes: struck(13).slice(0, 221), ledger: ledger(15_000) }, 30)).toEqual([
      '221 strikes, not 225',
    ]);
  });

  it('asks a short run for its share, of whatever kinds', () => {
    const strikes = struck(1).slice(0, 15);
    expect(tooLittle({ strikes, ledger: ledger(3_750) }, 2)).toEqual([]);
    expect(tooLittle({ strikes: strikes.slice(1), ledger: ledger(3_750) }, 2)).toEqual([
      '14 strikes, not 15',
    ]);
  });
});
