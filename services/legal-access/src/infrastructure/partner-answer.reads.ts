import { isRefusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import type { Clock } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/ports';
import { demandId } from '../application/ids';
import type { PartnerLink } from '../domain/answer-permanence';
import { answerable, wasAnswered } from '../domain/permanence-request.decide';
import type { KnownPermanenceRequest } from '../domain/permanence-request';
import { reasonsOf } from './decline-reasons';
import { lastPublished } from './last-published';
import type { GivenAnswer } from './partner-answer';
import { PlaceReads } from './place.reads';
import { labelOf } from './request.reads';

export type FoundRequest = Loaded<KnownPermanenceRequest>;

/** What the page behind a partner's link shows: figures, dates and places, never a resident. */
export class PartnerAnswerReads {
  private readonly places: PlaceReads;

  constructor(
    private readonly connection: Connection,
    private readonly ports: Ports,
    private readonly clock: Clock,
  ) {
    this.places = new PlaceReads(connection);
  }

  async find({ permanenceRequestId }: PartnerLink): Promise<FoundRequest | undefined> {
    const found = await this.ports.desk.permanenceRequest.read(permanenceRequestId);
    return found && found.state.status !== 'none' ? (found as FoundRequest) : undefined;
  }

  /** An answer follows from the question. */
  lastPublished(id: string): Promise<string | undefined> {
    return lastPublished(this.connection, 'permanence-request', id);
  }

  /** The refusal that answering would meet, or the question with the state of the answer. */
  async page(link: PartnerLink, found: FoundRequest) {
    const answer = await this.answerOf(link, found);
    const { topic } = found.state;
    const about = { permanenceRequestId: found.id, topic, topicLabel: labelOf(topic) };
    if (answer) return { state: 'answered' as const, ...about, answer };
    const asked = answerable(link, found.state, this.clock.now());
    if (isRefusal(asked)) return asked;
    const demand = await this.ports.desk.demand.read(demandId(found.territory, topic));
    const waiting = demand?.state.waiting ?? [];
    return {
      state: 'open' as const,
      ...about,
      answerBy: asked.answerBy,
      waitingCount: waiting.length,
      urgentCount: waiting.filter(({ urgency }) => urgency === 'urgent').length,
      places: (await this.places.places(found.territory)).items,
      suggestion: { durationMinutes: 120, slotMinutes: 30 },
    };
  }

  /** What that link answered already, if it did. */
  async answerOf(link: PartnerLink, { id, state }: FoundRequest): Promise<GivenAnswer | undefined> {
    if (!wasAnswered(link, state)) return undefined;
    if (state.status === 'accepted' && state.attempt === link.attempt) {
      const session = await this.ports.desk.session.read(state.sessionId);
      if (!session || session.state.status === 'none') return undefined;
      const { placeId, placeName, placeAddress } = session.state;
      const { startsAt, endsAt, slots } = state;
      return { answer: 'accept', startsAt, endsAt, slots, placeId, placeName, placeAddress };
    }
    const reasons = await reasonsOf(this.connection, [id]);
    return { answer: 'decline', reason: reasons.get(`${id}/${link.attempt}`) };
  }
}
