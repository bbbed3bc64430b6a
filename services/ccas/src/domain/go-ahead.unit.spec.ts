import { given } from '@passerelle/domain-kit';
import { goAheadDecider, type GoAheadEvent } from './go-ahead';

const now = new Date('2026-11-24T09:12:00Z');
const held = { topic: 'housing-law', waitingCount: 4, because: 'threshold' } as const;
const asked: GoAheadEvent = { type: 'GoAheadAsked', ...held, heldAt: now };
const granted: GoAheadEvent = { type: 'GoAheadGiven', granted: true, officerId: 'paul' };
const answer = { do: 'answer', granted: true, officerId: 'paul' } as const;
const over: GoAheadEvent = { type: 'GoAheadNoLongerNeeded' };

describe('the go-ahead of a CCAS officer', () => {
  it('is asked once', () => {
    given(goAheadDecider)
      .when({ do: 'ask', ...held, now })
      .then([asked]);
    given(goAheadDecider, [asked])
      .when({ do: 'ask', ...held, now })
      .thenNothing();
  });

  it('is given or refused', () => {
    given(goAheadDecider, [asked]).when(answer).then([granted]);
    given(goAheadDecider, [asked])
      .when({ ...answer, granted: false })
      .then([{ ...granted, granted: false }]);
  });

  it('is given once', () => given(goAheadDecider, [asked, granted]).when(answer).thenNothing());

  it('cannot be taken back', () =>
    given(goAheadDecider, [asked, granted])
      .when({ ...answer, granted: false })
      .thenRefused('GoAheadAlreadyGiven'));

  it('cannot be given to what nobody asked for', () =>
    given(goAheadDecider).when(answer).thenRefused('UnknownGoAhead'));

  it('is no longer needed once the request has ended, even heard in the wrong order', () => {
    given(goAheadDecider, [asked]).when({ do: 'give-up' }).then([over]);
    given(goAheadDecider, [asked, granted]).when({ do: 'give-up' }).thenNothing();
    given(goAheadDecider, [over])
      .when({ do: 'ask', ...held, now })
      .thenNothing();
    given(goAheadDecider, [asked, over]).when(answer).thenRefused('GoAheadNoLongerNeeded');
  });
});
