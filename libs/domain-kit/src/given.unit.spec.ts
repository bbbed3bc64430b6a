import { given, refuse, type Decider } from '.';

type Tap = { open: boolean };
type TapEvent = { type: 'Opened' } | { type: 'Closed' };
const tap: Decider<'open' | 'close', Tap, TapEvent> = {
  initial: { open: false },
  decide: (command, state) => {
    if (command === 'open') return state.open ? [] : [{ type: 'Opened' }];
    return state.open ? [{ type: 'Closed' }] : refuse('TapIsClosed', 'Le robinet est déjà fermé.');
  },
  evolve: (_state, event) => ({ open: event.type === 'Opened' }),
};

describe('given, when, then', () => {
  it('accepts what happened', () =>
    given(tap)
      .when('open')
      .then([{ type: 'Opened' }]));
  it('accepts a refusal by its rule', () => given(tap).when('close').thenRefused('TapIsClosed'));
  it('accepts nothing to do', () =>
    given(tap, [{ type: 'Opened' }])
      .when('open')
      .thenNothing());

  it('fails when something else happened', () => {
    expect(() => given(tap).when('open').thenNothing()).toThrow(/expected \[\]/);
    expect(() => given(tap).when('open').thenRefused('TapIsClosed')).toThrow(/expected refusal/);
    expect(() => given(tap).when('close').then([])).toThrow(/TapIsClosed/);
  });
});
