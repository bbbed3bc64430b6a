import type { Addition, Fact } from './fact';
import type { Recipient } from './recipient';

/** What is told, to whom: the part of a delivery that never changes, but for a fact added before it leaves. */
export interface Notified {
  /** The row of the table. */
  readonly notice: string;
  /** The words used: another row's when this is the first news the person gets. */
  readonly saidAs: string;
  readonly recipient: Recipient;
  readonly fact: Fact;
  /** When the event was heard. */
  readonly plannedAt: Date;
  /** Id of that event: what is done later, by itself, is still caused by it. */
  readonly becauseOf: string;
  /** When telling becomes useless. */
  readonly uselessAfter?: Date;
}

export type WaitingChannel = 'phone-list' | 'in-person-list';
export type WhyAgent = 'no-mail' | 'do-not-write' | 'mail-refused';
export type WhyNotTold = 'overtaken' | 'never-told' | 'told-together' | 'too-late' | 'nobody-there';
export type WhyPostponed = 'contacts-unavailable' | 'mail-server-unavailable' | 'mail-deferred';
export const waysToTell = ['phone', 'in-person', 'letter', 'could-not'] as const;
export type WayToTell = (typeof waysToTell)[number];

export type DeliveryEvent =
  | ({ readonly type: 'DeliveryPlanned'; readonly sendAfter: Date } & Notified)
  | ({ readonly type: 'MessageLeft' } & Notified)
  /** The table had a row, and telling was not needed: kept, so that nobody wonders where it went. */
  | ({ readonly type: 'NoticeSpared'; readonly because: WhyNotTold } & Notified)
  | { readonly type: 'DeliveryDropped'; readonly because: WhyNotTold; readonly at: Date }
  | { readonly type: 'DeliveryAmended'; readonly adds: Addition }
  | { readonly type: 'SendingStarted'; readonly until: Date }
  | { readonly type: 'SendingPostponed'; readonly why: WhyPostponed; readonly sendAfter: Date }
  /** Somebody asked to try again, at once and with patience as new. */
  | { readonly type: 'SendingRetried'; readonly sendAfter: Date; readonly by: string }
  | { readonly type: 'MailSent'; readonly at: Date }
  | { readonly type: 'MailRefused'; readonly at: Date }
  | {
      readonly type: 'AgentAsked';
      readonly channel: WaitingChannel;
      readonly because: WhyAgent;
      readonly at: Date;
    }
  | { readonly type: 'ToldByAgent'; readonly how: WayToTell; readonly by: string; readonly at: Date }
  | { readonly type: 'MessageAddressed'; readonly sub: string }
  | { readonly type: 'MessageRead'; readonly by: string };

interface Tries {
  /** Times the mail server put this very mail off; a server that is down does not count. */
  readonly deferred: number;
  /** Times it was put off for any reason: the wait grows with it. */
  readonly postponed: number;
}

/**
 * pending ─▶ sending ─▶ sent
 *    ▲          ├─▶ pending (put off)
 *    │          └─▶ awaiting-agent ─▶ told
 *    └── tried again by an agent ──┘
 *    └ dropped, from pending, sending (too late, nobody there) or awaiting-agent; in-app messages are only read.
 */
export type Delivery =
  | { readonly status: 'none' }
  | ({ readonly status: 'pending'; readonly sendAfter: Date } & Tries & Notified)
  | ({ readonly status: 'sending'; readonly until: Date } & Tries & Notified)
  | ({ readonly status: 'sent'; readonly at: Date } & Notified)
  | ({
      readonly status: 'awaiting-agent';
      readonly channel: WaitingChannel;
      readonly because: WhyAgent;
      readonly since: Date;
    } & Notified)
  | ({
      readonly status: 'told';
      readonly channel: WaitingChannel;
      readonly how: WayToTell;
      readonly by: string;
      readonly at: Date;
    } & Notified)
  | ({ readonly status: 'in-app'; readonly readBy: readonly string[] } & Notified)
  | ({ readonly status: 'dropped'; readonly because: WhyNotTold; readonly at: Date } & Notified);

export type DeliveryStatus = Exclude<Delivery['status'], 'none'>;
export const deliveryStatuses = [
  'pending',
  'sending',
  'sent',
  'awaiting-agent',
  'told',
  'in-app',
  'dropped',
] as const satisfies readonly DeliveryStatus[];

/** Only that part, of a delivery or of the event that made it. */
export function notified(delivery: Notified): Notified {
  const { notice, saidAs, recipient, fact, plannedAt, becauseOf, uselessAfter } = delivery;
  return { notice, saidAs, recipient, fact, plannedAt, becauseOf, uselessAfter };
}

export function evolve(delivery: Delivery, event: DeliveryEvent): Delivery {
  if (delivery.status === 'none') return born(event) ?? delivery;
  const told = notified(delivery);
  switch (event.type) {
    case 'DeliveryDropped':
      return { status: 'dropped', ...told, because: event.because, at: event.at };
    case 'DeliveryAmended':
      return { ...delivery, fact: { ...delivery.fact, ...event.adds } };
    case 'SendingStarted':
      return { status: 'sending', ...told, ...tries(delivery), until: event.until };
    case 'SendingPostponed':
      return {
        status: 'pending',
        ...told,
        ...onceMore(tries(delivery), event.why),
        sendAfter: event.sendAfter,
      };
    case 'SendingRetried':
      return { status: 'pending', ...told, deferred: 0, postponed: 0, sendAfter: event.sendAfter };
    case 'MailSent':
      return { status: 'sent', ...told, at: event.at };
    case 'AgentAsked':
      return {
        status: 'awaiting-agent',
        ...told,
        channel: event.channel,
        because: event.because,
        since: event.at,
      };
    default:
      return afterAgent(delivery, event);
  }
}

function born(event: DeliveryEvent): Delivery | undefined {
  switch (event.type) {
    case 'DeliveryPlanned':
      return { status: 'pending', ...notified(event), deferred: 0, postponed: 0, sendAfter: event.sendAfter };
    case 'MessageLeft':
      return { status: 'in-app', ...notified(event), readBy: [] };
    case 'NoticeSpared':
      return { status: 'dropped', ...notified(event), because: event.because, at: event.plannedAt };
    default:
      return undefined;
  }
}

/** What agents do with a message or a list. */
function afterAgent(delivery: Delivery, event: DeliveryEvent): Delivery {
  if (event.type === 'ToldByAgent' && delivery.status === 'awaiting-agent') {
    const { how, by, at } = event;
    return { status: 'told', ...notified(delivery), channel: delivery.channel, how, by, at };
  }
  if (delivery.status !== 'in-app') return delivery;
  if (event.type === 'MessageRead') return { ...delivery, readBy: [...delivery.readBy, event.by] };
  if (event.type === 'MessageAddressed' && delivery.recipient.kind === 'worker') {
    return { ...delivery, recipient: { ...delivery.recipient, sub: event.sub } };
  }
  return delivery;
}

function tries(delivery: Delivery): Tries {
  return 'deferred' in delivery
    ? { deferred: delivery.deferred, postponed: delivery.postponed }
    : { deferred: 0, postponed: 0 };
}

function onceMore({ deferred, postponed }: Tries, why: WhyPostponed): Tries {
  return { deferred: deferred + (why === 'mail-deferred' ? 1 : 0), postponed: postponed + 1 };
}
