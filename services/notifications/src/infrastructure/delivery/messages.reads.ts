import type { Connection } from 'mongoose';
import type { UnreadMessages } from '../../application/ports';
import { words } from '../../application/words';
import type { Reader } from '../../domain/reader';
import { writeToAgent } from '../../domain/writing/to-agent';
import { deliveryDocuments, type DeliveryDocument } from './delivery.store';

export interface MessageFilter {
  readonly unread?: boolean;
  readonly limit: number;
}

/** An agent's inbox in Passerelle: what is unread first, then the newest. */
export async function messagesOf(
  connection: Connection,
  territory: string,
  reader: Reader,
  filter: MessageFilter,
) {
  const documents = deliveryDocuments(connection);
  const mine = { territory, 'state.status': 'in-app', $or: inboxOf(reader) };
  const unread = { ...mine, 'state.readBy': { $ne: reader.sub } };
  const newest = (where: object, limit: number) =>
    documents.find(where).sort({ 'state.plannedAt': -1, _id: 1 }).limit(limit).toArray();
  const [first, unreadTotal] = await Promise.all([
    newest(unread, filter.limit),
    documents.countDocuments(unread),
  ]);
  const room = filter.limit - first.length;
  const already =
    filter.unread === true || room <= 0 ? [] : await newest({ ...mine, 'state.readBy': reader.sub }, room);
  const total = filter.unread === true ? unreadTotal : await documents.countDocuments(mine);
  const items = [...first, ...already].map((document) => shown(document as DeliveryDocument, reader.sub));
  return { items, total, unread: unreadTotal };
}

/** For a mail: what is in the inbox unread, of that time. */
export function unreadMessages(connection: Connection): UnreadMessages {
  return {
    async of(territory, reader, after, upTo, limit) {
      const documents = deliveryDocuments(connection);
      const where = {
        ...{ territory, 'state.status': 'in-app', $or: inboxOf(reader) },
        'state.readBy': { $ne: reader.sub },
        'state.plannedAt': { $gt: after, $lte: upTo },
      };
      const [found, total] = await Promise.all([
        documents.find(where).sort({ 'state.plannedAt': 1, _id: 1 }).limit(limit).toArray(),
        documents.countDocuments(where),
      ]);
      return { total, messages: found.map(({ state: { notice, fact } }) => ({ notice, fact })) };
    },
  };
}

function inboxOf({ sub, roles }: Reader): object[] {
  return [
    { 'state.recipient.sub': sub },
    { 'state.recipient.roles': { $in: [...roles] } },
    // See readerOf: nobody in particular is known yet.
    ...(roles.includes('ccas-worker')
      ? [{ 'state.recipient.kind': 'worker', 'state.recipient.sub': { $exists: false } }]
      : []),
  ];
}

function shown({ _id: id, state }: DeliveryDocument, reader: string) {
  const { notice, fact, plannedAt: at } = state;
  const { needId, personId, permanenceRequestId, appointmentId, topic, urgency } = fact;
  const text = writeToAgent(notice, fact, words) ?? { title: notice, sentence: '' };
  const read = 'readBy' in state && state.readBy.includes(reader);
  return {
    id,
    notice,
    ...text,
    at,
    read,
    needId,
    personId,
    permanenceRequestId,
    appointmentId,
    topic,
    urgency,
  };
}
