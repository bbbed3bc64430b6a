import { ageBands } from '@passerelle/contracts';
import { z } from 'zod';
import { consentAnswers } from '../domain/person';

const id = z.uuid();
const instant = z.iso.datetime();
const total = z.int().min(0);
const contactPoint = z
  .strictObject({
    value: z.string(),
    normal: z.string().optional().describe('What can be dialled or written to; absent when nothing can.'),
    preferred: z.boolean(),
  })
  .meta({ id: 'ContactPoint' });
const safeContact = z
  .strictObject({ doNotWrite: z.boolean(), doNotLeaveMessage: z.boolean(), neutralSubject: z.boolean() })
  .meta({ id: 'SafeContact' });
const consent = z.strictObject({ answer: z.enum(consentAnswers), at: instant }).meta({ id: 'Consent' });
const consents = z
  .strictObject({ 'share-with-partners': consent, 'special-needs': consent, 'notes-sharing': consent })
  .meta({ id: 'Consents' });

const named = { firstName: z.string(), lastName: z.string(), birthDate: z.iso.date().optional() };
const file = {
  ...{ id, version: z.int(), status: z.enum(['registered', 'merged']), ...named },
  phones: z.array(contactPoint),
  mails: z.array(contactPoint),
  address: z.string().optional(),
  district: z.string().optional(),
  safeContact,
  trackingCode: z.string(),
  ageBand: z.enum(ageBands),
  consents,
};

export const personFile = z.strictObject(file).meta({ id: 'PersonFile' });

export const personPage = z
  .strictObject({
    ...file,
    keptId: id.describe('Another id when this file was merged.'),
    duplicates: z.array(z.strictObject({ id, version: z.int().optional(), ...named })),
    reach: z.strictObject({ mail: z.string().optional(), phone: z.string().optional(), safeContact }),
  })
  .meta({ id: 'PersonPage' });

const foundPerson = z
  .strictObject({
    ...{ id, ...named, trackingCode: z.string(), score: z.number() },
    phone: z.string().optional().describe('Masked.'),
    email: z.string().optional().describe('Masked.'),
    district: z.string().optional(),
  })
  .meta({ id: 'FoundPerson' });
const foundPersons = z
  .strictObject({ items: z.array(foundPerson), total, more: z.boolean() })
  .meta({ id: 'FoundPersons' });
const namedPerson = z
  .strictObject({ id, keptId: id, ...named, trackingCode: z.string() })
  .meta({ id: 'NamedPerson' });
const namedPersons = z.strictObject({ items: z.array(namedPerson), total }).meta({ id: 'NamedPersons' });
/** `q` finds, `ids` names. */
export const personsAnswer = z.union([foundPersons, namedPersons]);

const candidate = z
  .strictObject({
    ...{ personId: id, ...named, trackingCode: z.string(), score: z.number() },
    phone: z.string().optional().describe('Masked.'),
    email: z.string().optional().describe('Masked.'),
    reasons: z.array(z.string()).describe('In French, for the agent.'),
  })
  .meta({ id: 'Candidate' });
export const match = z
  .strictObject({
    verdict: z.enum(['same', 'doubtful', 'new']),
    personId: id.optional(),
    candidates: z.array(candidate),
  })
  .meta({ id: 'Match' });
export const lookAlikes = z.strictObject({ items: z.array(candidate), total }).meta({ id: 'LookAlikes' });

/** What a command on the file left. */
export const personState = z
  .strictObject({
    ...{ id, version: z.int(), status: z.enum(['registered', 'merged']) },
    district: z.string().optional(),
    ageBand: z.enum(ageBands),
    consents,
    into: id.optional(),
    lastCopyId: id.optional(),
  })
  .meta({ id: 'PersonState' });

export const personFiles = z
  .strictObject({ keptId: id, ids: z.array(id).describe('The kept one first.') })
  .meta({ id: 'PersonFiles' });
export const madeCopy = z.strictObject({ id, personId: id, version: z.int() }).meta({ id: 'JournaledCopy' });

export const personTimeline = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ...{ id: z.string(), type: z.string(), at: instant },
          data: z.record(z.string(), z.unknown()).describe('Ids and names of fields; never a value.'),
          actor: z.string().optional(),
          actorName: z.string().optional().describe('When the directory knows how they are called.'),
          correlationId: z.string(),
          causationId: z.string().optional(),
        })
        .meta({ id: 'PersonTimelineLine' }),
    ),
  })
  .meta({ id: 'PersonTimeline' });

export const contactPoints = z
  .strictObject({
    ...{ firstName: z.string(), lastName: z.string() },
    mail: z.string().optional(),
    phone: z.string().optional(),
    wishes: safeContact,
  })
  .meta({ id: 'ContactPoints' });
