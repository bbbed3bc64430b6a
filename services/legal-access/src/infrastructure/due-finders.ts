import type { AggregateDocument } from '@passerelle/messaging';
import { partnersOf } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import type { DueFinders } from '../application/ports';
import { windowOf } from '../domain/allocation';
import { partnersFor, reasonToAsk } from '../domain/consider-permanence';
import type { Demand } from '../domain/demand';
import type { Partner } from '../domain/desk';
import { policyAt } from '../domain/policy';
import { inTurn } from '../domain/waiting';
import { freeSessionsFilter } from './free-sessions';
import { lastPublished } from './last-published';

type DemandDocument = AggregateDocument<Demand>;
type DueDocument = { _id: string; territory: string };
type SessionDocument = { _id: string; state: { slots: { needId?: string }[] } };

/** Sessions looked at for one demand: more are looked at when these have been given out. */
const LOOKED_AT = 20;

export function dueFinders(connection: Connection): DueFinders {
  const db = () => connection.db!;
  const due = async (name: string, where: object, sort: Record<string, 1>, limit: number) => {
    const found = await db()
      .collection<DueDocument>(name)
      .find(where)
      .sort(sort)
      .limit(limit)
      .project<DueDocument>({ territory: 1 })
      .toArray();
    return found.map(({ _id: id, territory }) => ({ id, territory }));
  };
  const caused = async (aggregate: string, found: readonly { id: string; territory: string }[]) =>
    Promise.all(
      found.map(async (one) => ({ ...one, causationId: await lastPublished(connection, aggregate, one.id) })),
    );

  return {
    async permanencesToOpen(until, limit) {
      const where = {
        'state.status': 'running',
        $or: [{ 'state.openUntil': { $lt: until } }, { 'state.openUntil': { $exists: false } }],
      };
      const found = await due('permanence', where, { 'state.openUntil': 1 }, limit);
      return Promise.all(
        found.map(async (one) => ({ ...one, causationId: await lastDecided(connection, one.id) })),
      );
    },
    async appointmentsToRemind(now, limit) {
      const where = { 'state.remindAt': { $lte: now }, 'state.appointment.startsAt': { $gt: now } };
      return caused('request', await due('request', where, { 'state.remindAt': 1 }, limit));
    },
    async partnersToRemind(now, limit) {
      const where = {
        'state.status': 'asked',
        'state.remindAt': { $lte: now },
        'state.answerBy': { $gt: now },
      };
      return caused(
        'permanence-request',
        await due('permanence-request', where, { 'state.answerBy': 1 }, limit),
      );
    },
    async partnersThatLapsed(now, limit) {
      const where = { 'state.status': 'asked', 'state.answerBy': { $lte: now } };
      return caused(
        'permanence-request',
        await due('permanence-request', where, { 'state.answerBy': 1 }, limit),
      );
    },
    territoriesToSettle: (now) => territoriesToSettle(connection, now),
  };
}

async function territoriesToSettle(connection: Connection, now: Date) {
  const waited = await connection
    .db!.collection<DemandDocument>('demand')
    .find({ 'state.waiting.0': { $exists: true } })
    .toArray();
  /** By territory, who waited longest in what may move: it is for them that the queue moves. */
  const territories = new Map<string, string | undefined>();
  for (const { territory, state } of waited as DemandDocument[]) {
    if (territories.has(territory)) continue;
    const mayMove =
      (await mayBePlaced(connection, territory, state, now)) ||
      (await mayAsk(connection, territory, state, now));
    if (mayMove) territories.set(territory, inTurn(state.waiting)[0]?.needId);
  }
  return Promise.all(
    [...territories].map(async ([territory, needId = '']) => ({
      id: territory,
      territory,
      causationId: await lastPublished(connection, 'request', needId),
    })),
  );
}

async function lastDecided(connection: Connection, permanenceId: string): Promise<string | undefined> {
  const last = await connection
    .db!.collection<{ _id: string }>('journal')
    .findOne(
      { aggregate: 'permanence', aggregateId: permanenceId },
      { sort: { sequence: -1 }, projection: { _id: 1 } },
    );
  return last?._id;
}

/** A slot came within reach of somebody who did not give that session back, nor had a slot of it already. */
async function mayBePlaced(
  connection: Connection,
  territory: string,
  demand: Demand,
  now: Date,
): Promise<boolean> {
  const window = windowOf(policyAt(now, demand.policies), now);
  const found = await connection
    .db!.collection<SessionDocument>('session')
    .find({ territory, ...freeSessionsFilter(demand.topic ?? '', window) })
    .limit(LOOKED_AT)
    .project<SessionDocument>({ 'state.slots.needId': 1 })
    .toArray();
  return found.some(({ _id, state: { slots } }) =>
    demand.waiting.some(
      ({ needId, declined }) => !declined.includes(_id) && !slots.some((slot) => slot.needId === needId),
    ),
  );
}

/** Somebody waits too long, or a partner may be asked again, or one joined. */
async function mayAsk(
  connection: Connection,
  territory: string,
  demand: Demand,
  now: Date,
): Promise<boolean> {
  if (demand.openPermanenceRequestId !== undefined) return false;
  if (!reasonToAsk(demand, policyAt(now, demand.policies), now)) return false;
  const partners: Partner[] = await partnersOf(connection, territory);
  return !demand.rest || partnersFor(partners, demand.topic ?? '', demand, now).length > 0;
}
