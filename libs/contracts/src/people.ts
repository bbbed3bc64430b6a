import { z } from 'zod';
import { defineEvent, id, slug } from './define';
import { ageBands } from './vocabulary';

const topic = 'people.person';

export const PersonRegistered = defineEvent({
  type: 'PersonRegistered',
  version: 1,
  topic,
  key: 'personId',
  summary: 'A person entered the directory.',
  schema: z.object({ personId: id(), district: slug().optional(), ageBand: z.enum(ageBands) }),
});

export const PersonMerged = defineEvent({
  type: 'PersonMerged',
  version: 1,
  topic,
  key: 'personId',
  summary:
    'This person is the same as another one: show the other from now on, keep this id in what is stored.',
  schema: z.object({ personId: id(), into: id() }),
});

export const PersonUnmerged = defineEvent({
  type: 'PersonUnmerged',
  version: 1,
  topic,
  key: 'personId',
  summary: 'The merge was a mistake: the two are different persons again.',
  schema: z.object({ personId: id(), from: id() }),
});

export const consentPurposes = ['share-with-partners', 'special-needs', 'notes-sharing'] as const;

export const ConsentRecorded = defineEvent({
  type: 'ConsentRecorded',
  version: 1,
  topic,
  key: 'personId',
  summary: 'What a person answered about one purpose; an import records `unknown`.',
  schema: z.object({
    personId: id(),
    purpose: z.enum(consentPurposes),
    answer: z.enum(['given', 'refused', 'unknown']),
  }),
});

export const peopleContracts = [PersonRegistered, PersonMerged, PersonUnmerged, ConsentRecorded];
