import { reportOf } from './gates';

const section = (name: string, perRound: number[]) => ({ ratios: { [name]: perRound }, figures: {} });
const verdict = (name: string, perRound: number[]) => reportOf([section(name, perRound)]).verdicts[name];

describe('the gates of the bench', () => {
  it('judge the median of the rounds, not the best nor the worst', () => {
    const report = reportOf([section('wholePathThroughputOverLimit', [0.2, 0.9, 3])]);
    expect(report.ratios).toEqual({ wholePathThroughputOverLimit: 0.9 });
    expect(report.spread['wholePathThroughputOverLimit']).toMatchObject({
      lowest: 0.2,
      highest: 3,
      rounds: 3,
    });
    expect(verdict('wholePathThroughputOverLimit', [0.2, 0.84, 3])).toBe('not met');
    expect(verdict('wholePathThroughputOverLimit', [0.2, 0.85, 3])).toBe('met');
  });

  it('hold a cost to at most and a gain to at least', () => {
    expect(verdict('relayRoundTripsPerEvent', [0.1])).toBe('met');
    expect(verdict('relayRoundTripsPerEvent', [0.11])).toBe('not met');
    expect(verdict('nestP50OverOurs', [2.9])).toBe('not met');
  });

  it('do not judge the p99 where the rounds differ too much', () => {
    expect(verdict('wholePathP99OverLimit', [1, 1.5, 2.5, 4, 9])).toBe(
      'not judged: the rounds differ too much',
    );
    expect(verdict('wholePathP99OverLimit', [2.4, 2.5, 2.5, 2.5, 9])).toBe('not met');
    expect(verdict('wholePathP99OverLimit', [1.4, 1.5, 1.5, 1.5, 9])).toBe('met');
  });

  it('never pass what was not measured', () => {
    expect(verdict('backlogDrainOverLimit', [Number.NaN])).toBe('not met');
    expect(verdict('wholePathP99OverLimit', [Number.NaN])).not.toBe('met');
  });

  it('leave figures without a gate alone', () => {
    expect(verdict('wholePathP50OverLimit', [7])).toBeUndefined();
  });
});
