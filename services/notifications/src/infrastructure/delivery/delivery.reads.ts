import type { AccessLog, Caller } from '@passerelle/platform';
import type { Connection } from 'mongoose';
import { compose } from '../../application/compose';
import type { ContactPoints, DeliveryStore, Voice } from '../../application/ports';
import { refuse, type Refusal } from '@passerelle/domain-kit';
import type { DeliveryStatus, WaitingChannel } from '../../domain/delivery';
import type { Writing } from '../../domain/writing/writing';
import { asLetter } from '../mail/letter';
import { noticeTitle } from '../../domain/writing/notice-title';
import { deliveryDocuments, type DeliveryDocument, type KnownDelivery } from './delivery.store';
import { messagesOf, type MessageFilter } from './messages.reads';

export interface DeliveryFilter {
  readonly status?: DeliveryStatus;
  readonly needId?: string;
  readonly permanenceRequestId?: string;
  /** A person, by all the ids that they have had. */
  readonly personId?: readonly string[];
  /** Only what leaves the house. */
  readonly outside?: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface ReadParts {
  readonly connection: Connection;
  readonly deliveries: DeliveryStore;
  readonly contacts: ContactPoints;
  readonly accessLog: AccessLog;
  readonly voice: Voice;
}

export class DeliveryReads {
  constructor(private readonly parts: ReadParts) {}

  messages(caller: Caller, filter: MessageFilter) {
    return messagesOf(this.parts.connection, caller.territory, caller, filter);
  }

  /** Ids and states only: for figures, and for whoever asks where a mail is. */
  async deliveries(caller: Caller, filter: DeliveryFilter) {
    const { status, needId, permanenceRequestId, personId, outside, limit, offset } = filter;
    const where = {
      territory: caller.territory,
      ...(outside === true && { 'state.status': { $ne: 'in-app' as const } }),
      ...(status !== undefined && { 'state.status': status }),
      ...(personId !== undefined && { 'state.recipient.personId': { $in: [...personId] } }),
      ...(needId !== undefined && { 'state.fact.needId': needId }),
      ...(permanenceRequestId !== undefined && { 'state.fact.permanenceRequestId': permanenceRequestId }),
    };
    const documents = deliveryDocuments(this.parts.connection);
    const [found, total] = await Promise.all([
      documents.find(where).sort({ 'state.plannedAt': -1, _id: 1 }).skip(offset).limit(limit).toArray(),
      documents.countDocuments(where),
    ]);
    return { items: found.map((document) => plain(document as DeliveryDocument)), total };
  }

  /** People whom an agent phones or meets, the longest wait first, with what to say. Each look at a contact is journaled. */
  async toTell(caller: Caller, channel: WaitingChannel, limit: number) {
    const where = { territory: caller.territory, 'state.status': 'awaiting-agent', 'state.channel': channel };
    const documents = deliveryDocuments(this.parts.connection);
    const [found, total] = await Promise.all([
      documents.find(where).sort({ 'state.since': 1, _id: 1 }).limit(limit).toArray(),
      documents.countDocuments(where),
    ]);
    const items = await Promise.all(
      found.map((one) => this.withContact(caller, one as DeliveryDocument, channel)),
    );
    return { items, total };
  }

  private async withContact(caller: Caller, document: DeliveryDocument, channel: WaitingChannel) {
    const { recipient, uselessAfter } = document.state;
    const contact = await this.parts.contacts.of(recipient);
    const item = { ...plain(document), tellBefore: uselessAfter };
    // The list is still the list when `people` is down: who waits is shown by id.
    if (contact === 'unavailable' || contact === 'nobody-there') return { ...item, contact };
    if (recipient.kind === 'resident') {
      await this.parts.accessLog.record(caller, { subject: 'person', id: recipient.personId, why: channel });
    }
    const { name, phone, wishes } = contact;
    const writing = await compose(document.state, contact, this.parts.voice);
    return { ...item, name, phone, doNotLeaveMessage: wishes.doNotLeaveMessage, sayThis: sayable(writing) };
  }

  /** A page to print and hand over or post. Never for somebody who must not be written to. */
  async letter(caller: Caller, id: string): Promise<string | Refusal> {
    const found = await this.parts.deliveries.read(id);
    if (!found || found.territory !== caller.territory || found.state.status === 'none') return unknown();
    const { recipient } = found.state;
    if (recipient.kind !== 'resident') return unknown();
    if (found.state.status === 'dropped') {
      return refuse('NothingToTell', 'Ce message n’a plus lieu d’être : n’envoyez pas de lettre.');
    }
    const contact = await this.parts.contacts.of(recipient);
    if (contact === 'nobody-there') return unknown();
    if (contact === 'unavailable') {
      return refuse(
        'ContactsUnavailable',
        'L’annuaire des personnes ne répond pas. Réessayez dans un instant.',
      );
    }
    await this.parts.accessLog.record(caller, { subject: 'person', id: recipient.personId, why: 'letter' });
    if (contact.wishes.doNotWrite) {
      return refuse(
        'DoNotWrite',
        'Cette personne a demandé qu’on ne lui écrive pas. Dites-le-lui de vive voix.',
      );
    }
    return asLetter(await compose(found.state, contact, this.parts.voice), contact);
  }
}

function unknown(): Refusal {
  return refuse('UnknownDelivery', 'Ce message à transmettre n’existe pas.');
}

function plain({ _id: id, version, state }: DeliveryDocument) {
  const { notice, status, recipient, plannedAt, fact } = state;
  const { needId, permanenceRequestId, appointmentId, topic } = fact;
  return {
    id,
    version,
    notice,
    status,
    recipient: {
      kind: recipient.kind,
      id: 'personId' in recipient ? recipient.personId : partnerOf(recipient),
    },
    noticeLabel: noticeTitle(notice, fact),
    plannedAt,
    ...stage(state),
    needId,
    permanenceRequestId,
    appointmentId,
    topic,
  };
}

/** Where it stands: by which way, since when, how many tries, and when the next one is. */
function stage(state: KnownDelivery) {
  return {
    ...('channel' in state && { channel: state.channel }),
    ...('because' in state && { because: state.because }),
    ...('how' in state && { how: state.how }),
    ...('since' in state && { at: state.since }),
    ...('at' in state && { at: state.at }),
    ...('postponed' in state && { tries: state.postponed }),
    ...('sendAfter' in state && { sendAfter: state.sendAfter }),
  };
}

function partnerOf(recipient: object): string | undefined {
  return 'partnerId' in recipient ? String(recipient.partnerId) : undefined;
}

function sayable({ paragraphs, details, after }: Writing): string[] {
  return [...paragraphs, ...details.map(({ label, value }) => `${label} : ${value}`), ...after];
}
