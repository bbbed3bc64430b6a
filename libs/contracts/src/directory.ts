import { z } from 'zod';
import { defineEvent, id, slug } from './define';

const topic = 'directory.partner';

/** What other services need to choose a partner. Names, contacts and addresses stay in the directory. */
const partner = {
  partnerId: id(),
  kind: z.enum(['mjd', 'bar', 'association', 'public-service', 'other']),
  topics: z.array(slug()),
  /** Lower is asked first. */
  rank: z.int().min(1),
  active: z.boolean(),
};

export const PartnerRegistered = defineEvent({
  type: 'PartnerRegistered',
  version: 1,
  topic,
  key: 'partnerId',
  summary: 'A partner of the town entered the directory.',
  schema: z.object(partner),
});

export const PartnerChanged = defineEvent({
  type: 'PartnerChanged',
  version: 1,
  topic,
  key: 'partnerId',
  summary: 'What a partner serves, its rank or its activity changed.',
  schema: z.object(partner),
});

export const directoryContracts = [PartnerRegistered, PartnerChanged];
