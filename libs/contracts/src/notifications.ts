import { z } from 'zod';
import { defineEvent, id, slug } from './define';

const topic = 'notifications.delivery';

const delivery = {
  deliveryId: id(),
  /** The row of the who-is-told-what table that made it. */
  notice: slug(),
  channel: z.enum(['mail', 'in-app', 'phone-list', 'in-person-list']),
  recipient: z.enum(['resident', 'agent', 'partner']),
  /** The need it tells about, where there is one. */
  needId: id().optional(),
};

export const NoticeDelivered = defineEvent({
  type: 'NoticeDelivered',
  version: 1,
  topic,
  key: 'deliveryId',
  summary:
    'Somebody was told: the mail server took it, the in-app message is there, or the agent said it was done.',
  schema: z.object(delivery),
});

export const NoticeAwaitsAgent = defineEvent({
  type: 'NoticeAwaitsAgent',
  version: 1,
  topic,
  key: 'deliveryId',
  summary: 'The person has no mail, or must not be written to: an agent phones or tells them in person.',
  schema: z.object(delivery),
});

export const NoticeFailed = defineEvent({
  type: 'NoticeFailed',
  version: 1,
  topic,
  key: 'deliveryId',
  summary: 'The mail server refused for good: an agent must tell the person otherwise.',
  schema: z.object(delivery),
});

export const notificationsContracts = [NoticeDelivered, NoticeAwaitsAgent, NoticeFailed];
