import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import { traced, type Cause, type Loaded, type UnitOfWork } from '@passerelle/messaging';
import { chooseChannel, withoutMail, type Contact } from '../domain/channel';
import type { Delivery } from '../domain/delivery';
import type { AgentChannel, DeliveryCommand } from '../domain/delivery.decide';
import { SENDING_MS } from '../domain/patience';
import { isOvertaken } from '../domain/plan';
import { compose, composeCalendar } from './compose';
import type { Outage } from './outage';
import type {
  ContactPoints,
  DeliveryFinds,
  Links,
  Mailer,
  MailOutcome,
  Outside,
  Ports,
  Voice,
} from './ports';

type Sending = Extract<Delivery, { status: 'sending' }>;
interface Claimed {
  readonly id: string;
  readonly delivery: Sending;
  readonly cause: Cause;
  /** On the monotonic clock of this process: after it, somebody else may be sending. */
  readonly deadline: number;
}

export interface SendingPorts extends Pick<Ports, 'deliveries'> {
  readonly finds: Pick<DeliveryFinds, 'about'>;
  readonly contacts: ContactPoints;
  readonly links: Links;
  readonly mailer: Mailer;
}
export type Outages = Readonly<Record<Outside | 'mail', Outage>>;

/** Time kept back before the deadline for the mail server's answer. */
const MAIL_TIME_MS = 45_000;

/**
 * Claim, look up, send, mark: each of the outer two is a transaction, so that two processes never send the same delivery at
 * once and one that dies is taken over, under the same Message-ID.
 */
export class SendDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: SendingPorts,
    private readonly voice: Voice,
    readonly outages: Outages,
  ) {}

  async send(id: string): Promise<void> {
    const claimed = await this.claim(id);
    if (!claimed) return;
    const next = await this.deliver(claimed);
    if (next) await this.mark(claimed, next);
  }

  private async claim(id: string): Promise<Claimed | undefined> {
    const before = await this.ports.deliveries.read(id);
    if (!before || before.state.status === 'none') return undefined;
    const { territory, correlationId, traceparent, state } = before;
    const cause: Cause = { territory, correlationId, causationId: state.becauseOf, traceparent };
    const deadline = performance.now() + SENDING_MS - MAIL_TIME_MS;
    const outcome = await this.unitOfWork.run(cause, async (tx): Promise<Loaded<Delivery> | Refusal> => {
      const { deliveries, finds } = this.ports;
      const me = await deliveries.load(tx, id);
      if (me.state.status === 'pending') {
        const others = await finds.about(tx, me.state.fact);
        const overtaken = isOvertaken({ id, delivery: me.state }, others);
        if (overtaken) return deliveries.decide(tx, id, { do: 'drop', because: 'overtaken', at: tx.now });
      }
      return deliveries.decide(tx, id, { do: 'start-sending', at: tx.now });
    });
    if (isRefusal(outcome) || outcome.state.status !== 'sending') return undefined;
    return { id, delivery: outcome.state, cause, deadline };
  }

  /** What the delivery becomes; undefined when it is left to whoever claims it next. */
  private async deliver(claimed: Claimed): Promise<Unsigned | undefined> {
    const { recipient } = claimed.delivery;
    const outage = recipient.kind === 'partner' ? this.outages.partner : this.outages.resident;
    const contact = await this.ports.contacts.of(recipient);
    if (contact === 'unavailable') {
      outage.failed();
      return { do: 'postpone', why: 'contacts-unavailable' };
    }
    outage.worked();
    if (contact === 'nobody-there') return { do: 'drop', because: 'nobody-there' };
    const channel = chooseChannel(contact);
    if (channel.by !== 'mail') return { do: 'ask-agent', channel };
    if (performance.now() > claimed.deadline) return undefined;
    const span = { name: 'send mail', kind: 'CLIENT', parent: claimed.cause.traceparent } as const;
    const outcome = await traced(span, () => this.mail(claimed, contact, channel.to));
    if (outcome === 'unavailable') this.outages.mail.failed();
    else this.outages.mail.worked();
    return afterMail(outcome, withoutMail(contact, 'mail-refused') as AgentChannel);
  }

  private async mail({ id, delivery }: Claimed, contact: Contact, address: string): Promise<MailOutcome> {
    const writing = await compose(delivery, contact, this.voice, this.ports.links);
    const calendar = composeCalendar(delivery, contact, this.voice);
    return this.ports.mailer.send({ deliveryId: id, to: { name: contact.name, address }, writing, calendar });
  }

  private async mark({ id, cause }: Claimed, next: Unsigned): Promise<void> {
    await this.unitOfWork.run(cause, (tx) =>
      this.ports.deliveries.decide(tx, id, { ...next, at: tx.now } as DeliveryCommand),
    );
  }
}

/** A command without its time, which is the transaction's. */
type Timed = Extract<DeliveryCommand, { do: 'drop' | 'postpone' | 'mark-sent' | 'ask-agent' }>;
type Unsigned = Timed extends infer Command ? (Command extends Timed ? Omit<Command, 'at'> : never) : never;

function afterMail(outcome: MailOutcome, otherwise: AgentChannel): Unsigned {
  switch (outcome) {
    case 'taken':
      return { do: 'mark-sent' };
    case 'refused':
      return { do: 'ask-agent', channel: otherwise };
    case 'deferred':
      return { do: 'postpone', why: 'mail-deferred', otherwise };
    case 'unavailable':
      return { do: 'postpone', why: 'mail-server-unavailable' };
  }
}
