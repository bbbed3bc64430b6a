import { given } from '@passerelle/domain-kit';
import { goAheadDecider, type GoAheadEvent } from './go-ahead';

const now = new Date('2026-11-24T09:12:00Z');
const held = { topic: 'housing-law', waitingCount: 4, because: 'threshold' } as const;
const asked: GoAheadEvent = { type: 'GoAheadAsked', ...held, heldAt: now };
const leavesAt = new Date('2026-11-24T09:12:15Z');
const answered: GoAheadEvent = { type: 'GoAheadAnswered', granted: true, officerId: 'paul', leavesAt };
const takenBack: GoAheadEvent = { type: 'GoAheadTakenBack' };
const granted: GoAheadEvent = { type: 'GoAheadGiven', granted: true, officerId: 'paul' };
const answer = { do: 'answer', granted: true, officerId: 'paul', now } as const;
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

  it('is given or refused, and held as long as a mail is', () => {
    given(goAheadDecider, [asked]).when(answer).then([answered]);
    given(goAheadDecider, [asked])
      .when({ ...answer, granted: false })
      .then([{ ...answered, granted: false }]);
  });

  it('is given once', () => {
    given(goAheadDecider, [asked, answered]).when(answer).thenNothing();
    given(goAheadDecider, [asked, answered, granted]).when(answer).thenNothing();
    // As before answers were held.
    given(goAheadDecider, [asked, granted]).when(answer).thenNothing();
  });

  it('is not changed without being taken back', () =>
    given(goAheadDecider, [asked, answered])
      .when({ ...answer, granted: false })
      .thenRefused('GoAheadAlreadyGiven'));

  it('is taken back while it is held, and may then be another', () => {
    given(goAheadDecider, [asked, answered]).when({ do: 'take-back' }).then([takenBack]);
    given(goAheadDecider, [asked, answered, takenBack]).when({ do: 'take-back' }).thenNothing();
    given(goAheadDecider, [asked, answered, takenBack])
      .when({ ...answer, granted: false })
      .then([{ ...answered, granted: false }]);
    given(goAheadDecider, [asked, answered, takenBack]).when({ do: 'send', now: leavesAt }).thenNothing();
  });

  it('leaves by itself, once, and is not taken back any more', () => {
    given(goAheadDecider, [asked, answered])
      .when({ do: 'send', now: new Date(leavesAt.getTime() - 1) })
      .thenNothing();
    given(goAheadDecider, [asked, answered]).when({ do: 'send', now: leavesAt }).then([granted]);
    const left = [asked, answered, granted];
    given(goAheadDecider, left).when({ do: 'send', now: leavesAt }).thenNothing();
    given(goAheadDecider, left).when({ do: 'take-back' }).thenRefused('GoAheadHasLeft');
  });

  it('cannot be given to what nobody asked for', () => {
    given(goAheadDecider).when(answer).thenRefused('UnknownGoAhead');
    given(goAheadDecider).when({ do: 'take-back' }).thenRefused('UnknownGoAhead');
  });

  it('is no longer needed once the request has ended, even heard in the wrong order', () => {
    given(goAheadDecider, [asked]).when({ do: 'give-up' }).then([over]);
    given(goAheadDecider, [asked, answered]).when({ do: 'give-up' }).then([over]);
    given(goAheadDecider, [asked, answered, over]).when({ do: 'send', now: leavesAt }).thenNothing();
    given(goAheadDecider, [asked, granted]).when({ do: 'give-up' }).thenNothing();
    given(goAheadDecider, [over])
      .when({ do: 'ask', ...held, now })
      .thenNothing();
    given(goAheadDecider, [asked, over]).when(answer).thenRefused('GoAheadNoLongerNeeded');
    given(goAheadDecider, [asked, over]).when({ do: 'take-back' }).thenRefused('GoAheadNoLongerNeeded');
  });
});
