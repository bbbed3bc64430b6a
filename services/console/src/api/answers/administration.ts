import type { components } from '../schema';

type Schemas = components['schemas'];

/** An event that a service could not take in, and set aside with its reason. */
export type ParkedEvent = Schemas['ParkedEventOfService'];
/** Of every service, by the gateway; `missing` did not answer. */
export type ParkedEvents = Schemas['AllParkedEvents'];
/** One reading of one file: who, when and why. */
export type Access = Schemas['AccessOfService'];
export type Accesses = Schemas['AllAccesses'];
