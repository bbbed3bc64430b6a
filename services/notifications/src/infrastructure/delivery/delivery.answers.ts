import { z } from 'zod';
import { deliveryStatuses, waysToTell } from '../../domain/delivery';
import { mailChoices } from '../../domain/mail-preference';

const id = z.uuid();
const instant = z.iso.datetime();
const about = {
  needId: id.optional(),
  permanenceRequestId: id.optional(),
  appointmentId: id.optional(),
  topic: z.string().optional(),
};

const message = z
  .strictObject({
    ...{ id, notice: z.string(), title: z.string(), sentence: z.string(), at: instant, read: z.boolean() },
    ...about,
    personId: id.optional(),
    urgency: z.string().optional(),
  })
  .meta({ id: 'Message' });
export const inbox = z
  .strictObject({ items: z.array(message), total: z.int(), unread: z.int() })
  .meta({ id: 'Inbox' });
export const readMessage = z.strictObject({ id, read: z.literal(true) }).meta({ id: 'ReadMessage' });

const delivery = {
  ...{ id, version: z.int(), notice: z.string(), noticeLabel: z.string(), status: z.enum(deliveryStatuses) },
  recipient: z.strictObject({
    kind: z.enum(['resident', 'partner', 'agents', 'worker']),
    id: id.optional(),
  }),
  plannedAt: instant,
  channel: z.enum(['phone-list', 'in-person-list']).optional(),
  because: z.string().optional(),
  how: z.enum(waysToTell).optional(),
  at: instant.optional().describe('When it became what it is.'),
  tries: z.int().optional().describe('Times that it was put off.'),
  sendAfter: instant.optional(),
  ...about,
};
export const deliveries = z
  .strictObject({ items: z.array(z.strictObject(delivery).meta({ id: 'Delivery' })), total: z.int() })
  .meta({ id: 'Deliveries' });
export const deliveryState = z
  .strictObject({ id, version: z.int(), status: z.enum(deliveryStatuses) })
  .meta({ id: 'DeliveryState' });

/** With the person's name and what to say; without, when the directory does not answer. */
export const peopleToTell = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ...delivery,
          tellBefore: instant.optional(),
          contact: z.enum(['unavailable', 'nobody-there']).optional(),
          name: z.string().optional(),
          phone: z.string().optional(),
          doNotLeaveMessage: z.boolean().optional(),
          sayThis: z.array(z.string()).optional(),
        })
        .meta({ id: 'PersonToTell' }),
    ),
    total: z.int(),
  })
  .meta({ id: 'PeopleToTell' });

export const mailPreference = z
  .strictObject({
    version: z.int().min(0).describe('0 when nothing was chosen yet.'),
    choice: z.enum(mailChoices),
    mail: z.string().optional(),
    refused: z.boolean().describe('The mail server refused the address for good.'),
    nextAt: instant.optional(),
  })
  .meta({ id: 'MailPreference' });
