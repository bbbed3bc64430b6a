import { NoticeAwaitsAgent, NoticeDelivered, NoticeFailed } from '@passerelle/contracts';
import { publication, type PublishTable } from '@passerelle/messaging';
import type { Delivery, DeliveryEvent, WaitingChannel } from '../domain/delivery';
import type { MailPreference, MailPreferenceEvent } from '../domain/mail-preference';

type Channel = 'mail' | 'in-app' | WaitingChannel;

/** Ids and the row of the table: never to whom by name, nor what was written. */
function about(deliveryId: string, state: Delivery, channel: Channel) {
  if (state.status === 'none') throw new Error('a delivery that nobody planned has nothing to say');
  const { notice, recipient, fact } = state;
  const who =
    recipient.kind === 'resident' || recipient.kind === 'partner' ? recipient.kind : ('agent' as const);
  return {
    deliveryId,
    notice,
    channel,
    recipient: who,
    ...(fact.needId === undefined ? {} : { needId: fact.needId }),
  };
}

/** An agent's mails are theirs alone. */
export const preferencePublishes: PublishTable<MailPreference, MailPreferenceEvent> = {
  MailPreferenceSet: 'internal',
  AgentRolesChanged: 'internal',
  RoundHastened: 'internal',
  RoundStarted: 'internal',
  RoundPostponed: 'internal',
  RoundDone: 'internal',
  MailboxRefused: 'internal',
};

export const publishes: PublishTable<Delivery, DeliveryEvent> = {
  DeliveryPlanned: 'internal',
  NoticeSpared: 'internal',
  DeliveryDropped: 'internal',
  DeliveryAmended: 'internal',
  SendingStarted: 'internal',
  SendingPostponed: 'internal',
  SendingRetried: 'internal',
  MessageAddressed: 'internal',
  MessageRead: 'internal',
  MessageLeft: (_event, { id, state }) => publication(NoticeDelivered, about(id, state, 'in-app')),
  MailSent: (_event, { id, state }) => publication(NoticeDelivered, about(id, state, 'mail')),
  MailRefused: (_event, { id, state }) => publication(NoticeFailed, about(id, state, 'mail')),
  AgentAsked: ({ channel }, { id, state }) => publication(NoticeAwaitsAgent, about(id, state, channel)),
  ToldByAgent: ({ how }, { id, state }) => {
    // "Could not" closes the agent's task and tells nobody that it was told.
    if (how === 'could-not' || state.status !== 'told') return undefined;
    return publication(NoticeDelivered, about(id, state, state.channel));
  },
};
