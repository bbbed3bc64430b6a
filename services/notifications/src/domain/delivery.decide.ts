import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';
import type { Channel } from './channel';
import {
  evolve,
  type Delivery,
  type DeliveryEvent,
  type Notified,
  type WayToTell,
  type WhyNotTold,
  type WhyPostponed,
} from './delivery';
import type { Addition } from './fact';
import { MOST_DEFERRALS, SENDING_MS, waitAfter } from './patience';

export type DeliveryCommand =
  | { readonly do: 'plan'; readonly notified: Notified; readonly sendAfter: Date }
  | { readonly do: 'leave-message'; readonly notified: Notified }
  | { readonly do: 'spare'; readonly notified: Notified; readonly because: WhyNotTold }
  | { readonly do: 'drop'; readonly because: WhyNotTold; readonly at: Date }
  | { readonly do: 'amend'; readonly adds: Addition }
  | { readonly do: 'start-sending'; readonly at: Date }
  | {
      readonly do: 'postpone';
      readonly why: WhyPostponed;
      readonly at: Date;
      readonly otherwise?: AgentChannel;
    }
  | { readonly do: 'retry'; readonly by: string; readonly at: Date }
  | { readonly do: 'mark-sent'; readonly at: Date }
  | { readonly do: 'ask-agent'; readonly channel: AgentChannel; readonly at: Date }
  | { readonly do: 'tell'; readonly how: WayToTell; readonly by: string; readonly at: Date }
  | { readonly do: 'address'; readonly sub: string }
  | { readonly do: 'read'; readonly by: string };
export type AgentChannel = Exclude<Channel, { by: 'mail' }>;

type Outcome = Decision<DeliveryEvent>;
type Rule<Name extends DeliveryCommand['do']> = (
  command: Extract<DeliveryCommand, { do: Name }>,
  delivery: Delivery,
) => Outcome;

const rules: { readonly [Name in DeliveryCommand['do']]: Rule<Name> } = {
  // Its id is the notice, the event and the recipient: a second plan is the same news again.
  plan: ({ notified, sendAfter }, { status }) =>
    status === 'none' ? [{ type: 'DeliveryPlanned', ...notified, sendAfter }] : [],
  'leave-message': ({ notified }, { status }) =>
    status === 'none' ? [{ type: 'MessageLeft', ...notified }] : [],
  spare: ({ notified, because }, { status }) =>
    status === 'none' ? [{ type: 'NoticeSpared', ...notified, because }] : [],

  drop: ({ because, at }, delivery) =>
    droppable(delivery, because) ? [{ type: 'DeliveryDropped', because, at }] : [],
  amend: ({ adds }, delivery) => (notToldYet(delivery) ? [{ type: 'DeliveryAmended', adds }] : []),
  'start-sending': startSending,
  postpone,
  retry,
  'mark-sent': ({ at }, { status }) => (status === 'sending' ? [{ type: 'MailSent', at }] : []),
  'ask-agent': ({ channel, at }, { status }) => (status === 'sending' ? askAgent(channel, at) : []),

  tell: ({ how, by, at }, delivery) => {
    if (delivery.status === 'awaiting-agent') return [{ type: 'ToldByAgent', how, by, at }];
    if (delivery.status === 'told') return [];
    return refuse(
      'NothingToTell',
      'Cette personne n’est plus à prévenir : le message est parti autrement, ou n’a plus lieu d’être.',
    );
  },
  address: ({ sub }, delivery) =>
    delivery.status === 'in-app' &&
    delivery.recipient.kind === 'worker' &&
    delivery.recipient.sub === undefined
      ? [{ type: 'MessageAddressed', sub }]
      : [],
  read: ({ by }, delivery) => {
    if (delivery.status !== 'in-app') return refuse('UnknownMessage', 'Ce message n’existe pas.');
    return delivery.readBy.includes(by) ? [] : [{ type: 'MessageRead', by }];
  },
};

/** Only one may send at a time; whoever claimed it and died is waited for until their time is over. */
function startSending({ at }: { at: Date }, delivery: Delivery): Outcome {
  if (!isDue(delivery, at))
    return refuse('DeliveryNotDue', 'Cet envoi est déjà en cours, ou n’est plus à faire.');
  if (delivery.uselessAfter !== undefined && delivery.uselessAfter <= at) {
    return [{ type: 'DeliveryDropped', because: 'too-late', at }];
  }
  return [{ type: 'SendingStarted', until: new Date(at.getTime() + SENDING_MS) }];
}

/** A server that is down is waited for. One that answers "later" again and again is not: an agent tells them. */
function postpone(command: Extract<DeliveryCommand, { do: 'postpone' }>, delivery: Delivery): Outcome {
  if (delivery.status !== 'sending') return [];
  const { why, at, otherwise } = command;
  if (why === 'mail-deferred' && otherwise && delivery.deferred + 1 >= MOST_DEFERRALS) {
    return askAgent(otherwise, at);
  }
  const sendAfter = new Date(at.getTime() + waitAfter(delivery.postponed, why));
  return [{ type: 'SendingPostponed', why, sendAfter }];
}

/**
 * The address was corrected, or the mail server is back: an agent need not wait, nor phone. What waits for its undo is not
 * hurried: there is nothing to try again.
 */
function retry({ by, at }: { by: string; at: Date }, delivery: Delivery): Outcome {
  if (delivery.status === 'sending') return [];
  if (delivery.status === 'pending') {
    return delivery.postponed === 0 ? [] : [{ type: 'SendingRetried', sendAfter: at, by }];
  }
  if (delivery.status === 'awaiting-agent') return [{ type: 'SendingRetried', sendAfter: at, by }];
  return refuse('NothingToSend', 'Cet envoi est déjà arrivé, ou n’a plus lieu d’être.');
}

function askAgent({ by: channel, because }: AgentChannel, at: Date): DeliveryEvent[] {
  const asked: DeliveryEvent = { type: 'AgentAsked', channel, because, at };
  return because === 'mail-refused' ? [{ type: 'MailRefused', at }, asked] : [asked];
}

type Due = Extract<Delivery, { status: 'pending' | 'sending' }>;
function isDue(delivery: Delivery, at: Date): delivery is Due {
  if (delivery.status === 'pending') return delivery.sendAfter <= at;
  return delivery.status === 'sending' && delivery.until <= at;
}

export function notToldYet({ status }: Pick<Delivery, 'status'>): boolean {
  return status === 'pending' || status === 'awaiting-agent';
}

/** What is being sent cannot be called back; but the sender may find that there is nobody to send to. */
function droppable(delivery: Delivery, because: WhyNotTold): boolean {
  return notToldYet(delivery) || (delivery.status === 'sending' && because === 'nobody-there');
}

export const deliveryDecider: Decider<DeliveryCommand, Delivery, DeliveryEvent> = {
  initial: { status: 'none' },
  decide: (command, delivery) => (rules[command.do] as Rule<typeof command.do>)(command as never, delivery),
  evolve,
};
