import type { components } from '../schema';

type Schemas = components['schemas'];

/** A line of an agent's inbox. */
export type Message = Schemas['Message'];
export type Inbox = Schemas['Inbox'];
/** One notice to one person by one way, once: never what it said. */
export type Delivery = Schemas['Delivery'];
export type DeliveryStatus = Delivery['status'];
/** How an agent also hears by mail; `version` 0 when nothing was chosen yet. */
export type MailPreference = Schemas['MailPreference'];
