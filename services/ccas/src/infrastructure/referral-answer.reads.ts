import { topics } from '@passerelle/contracts';
import type { Loaded } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Ports, ReferralText } from '../application/ports';
import { isOpen, isUnanswered, type KnownReferral, type OpenReferral } from '../domain/referral';
import { lastDecided } from './last-decided';
import { textsOfReferrals } from './referral-texts';

export type FoundReferral = Loaded<KnownReferral>;

/** What the page behind a partner's link shows: the least that is needed to answer, and nothing any more once it is over. */
export class ReferralAnswerReads {
  constructor(
    private readonly connection: Connection,
    private readonly ports: Pick<Ports, 'referrals'>,
  ) {}

  async find(id: string): Promise<FoundReferral | undefined> {
    const found = await this.ports.referrals.read(id);
    return found && found.state.status !== 'unknown' ? (found as FoundReferral) : undefined;
  }

  /** An answer follows from what was last said. */
  lastDecided(id: string): Promise<string | undefined> {
    return lastDecided(this.connection, 'referral', id);
  }

  async page({ id, state }: FoundReferral) {
    const about = { topicLabel: topics[state.topic]?.label ?? state.topic, sentAt: state.sentAt };
    if (!isOpen(state)) {
      const outcome = state.status === 'closed' ? state.outcome : undefined;
      return { state: 'over' as const, how: state.status, ...(outcome && { outcome }), ...about };
    }
    const texts = (await textsOfReferrals(this.connection, [id])).get(id) ?? [];
    return { ...shown(state), ...about, urgency: state.urgency, ...written(state, texts) };
  }
}

function shown(state: OpenReferral) {
  if (!isUnanswered(state)) return { state: 'accepted' as const, answerBy: state.outcomeBy };
  return {
    state: 'open' as const,
    answerBy: state.promise.expireAt,
    /** Whether a question of theirs still waits for its answer. */
    asked: state.status === 'questioned',
  };
}

function written({ contactWay }: OpenReferral, texts: readonly ReferralText[]) {
  const one = (kind: ReferralText['kind']) => texts.find((text) => text.kind === kind)?.text;
  return {
    message: one('to-partner') ?? '',
    contactWay,
    contact: one('contact'),
    exchange: texts
      .filter(({ kind }) => kind === 'question' || kind === 'answer')
      .map(({ kind, text, at }) => ({ kind, text, at })),
  };
}
