import { addDays, parisDay, parisInstant, type LocalDate } from '@passerelle/calendar';
import { professions } from '@passerelle/contracts';
import type { AggregateDocument } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { KnownRequest } from '../domain/request';
import type { HeldSession } from '../domain/session';
import { labelOf } from './request.reads';

type SessionDocument = AggregateDocument<HeldSession>;

export interface SessionFilter {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly placeId?: string;
  readonly topic?: string;
  readonly limit: number;
}

export class SessionReads {
  constructor(private readonly connection: Connection) {}

  /** By date, from today unless told otherwise; `to` is included. */
  async list(territory: string, filter: SessionFilter, now: Date) {
    const { from = parisDay(now), to, placeId, topic, limit } = filter;
    const where = {
      territory,
      'state.startsAt': {
        $gte: parisInstant(from, '00:00'),
        ...(to !== undefined && { $lt: parisInstant(addDays(to, 1), '00:00') }),
      },
      ...(placeId !== undefined && { 'state.placeId': placeId }),
      ...(topic !== undefined && { 'state.topics': topic }),
    };
    const [items, total] = await Promise.all([
      this.documents.find(where).sort({ 'state.startsAt': 1, _id: 1 }).limit(limit).toArray(),
      this.documents.countDocuments(where),
    ]);
    return { items: items.map((one) => shownSession(one as SessionDocument)), total };
  }

  async one(territory: string, sessionId: string) {
    const found = await this.documents.findOne({ _id: sessionId, territory });
    return found ? shownSession(found as SessionDocument) : undefined;
  }

  /** The first free slots for a topic across places, for who has somebody on the phone. */
  async slots(territory: string, topic: string, from: LocalDate | undefined, limit: number, now: Date) {
    const earliest =
      from === undefined ? now : new Date(Math.max(now.getTime(), parisInstant(from, '00:00').getTime()));
    const where = {
      territory,
      'state.topics': topic,
      'state.status': 'open',
      'state.lastFreeAt': { $gte: earliest },
    };
    const found = await this.documents.find(where).sort({ 'state.startsAt': 1 }).limit(limit).toArray();
    const items = (found as SessionDocument[])
      .flatMap(({ _id: sessionId, state }) =>
        state.slots
          .filter((slot) => slot.needId === undefined && earliest <= slot.startsAt)
          .map(({ startsAt, endsAt }) => ({ sessionId, startsAt, endsAt, ...placeOf(state) })),
      )
      .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
      .slice(0, limit);
    return { items, total: items.length };
  }

  /** The front desk's list of a day: every session with who is expected, slot by slot. */
  async dayList(territory: string, day: LocalDate) {
    const where = {
      territory,
      'state.startsAt': { $gte: parisInstant(day, '00:00'), $lt: parisInstant(addDays(day, 1), '00:00') },
      'state.status': { $ne: 'cancelled' },
    };
    const sessions = await this.documents
      .find(where)
      .sort({ 'state.placeName': 1, 'state.startsAt': 1 })
      .toArray();
    const needIds = (sessions as SessionDocument[]).flatMap(({ state }) =>
      state.slots.flatMap((slot) => slot.needId ?? []),
    );
    const requests = await this.connection
      .db!.collection<AggregateDocument<KnownRequest>>('request')
      .find({ _id: { $in: needIds } })
      .toArray();
    const byNeed = new Map(requests.map((one) => [one._id, one.state as KnownRequest]));
    const items = (sessions as SessionDocument[]).map((session) => ({
      ...shownSession(session),
      slots: session.state.slots.map((slot) => ({
        ...slot,
        ...expected(slot.needId && byNeed.get(slot.needId)),
      })),
    }));
    return { day, items, total: items.length };
  }

  private get documents() {
    return this.connection.db!.collection<SessionDocument>('session');
  }
}

function expected(request: KnownRequest | '' | undefined) {
  if (!request) return {};
  const { personId, topic, urgency } = request;
  const confirmed = request.status === 'placed' && request.appointment.confirmed;
  return { personId, topic, topicLabel: labelOf(topic), urgency, confirmed };
}

function placeOf({ placeId, room, placeName, placeAddress, profession, topics }: HeldSession) {
  const professionLabel = professions[profession].label;
  return { placeId, room, placeName, placeAddress, profession, professionLabel, topics };
}

export function shownSession({
  _id: id,
  version,
  state,
}: Pick<SessionDocument, '_id' | 'version' | 'state'>) {
  const { lastFreeAt: _lastFreeAt, ...shown } = state;
  const free = state.status === 'open' ? state.slots.filter((slot) => slot.needId === undefined).length : 0;
  const booked = state.slots.filter((slot) => slot.needId !== undefined).length;
  return { id, version, ...shown, professionLabel: professions[state.profession].label, free, booked };
}
