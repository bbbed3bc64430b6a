import { consentAnswers, consentPurposes } from '../domain/person';
import { z } from 'zod';

const name = z.string().min(1).max(80);
const birthDate = z.string().max(40).describe('1950-02-18, 18/02/1950, 18.2.50, 18 février 1950');
const phone = z.string().max(60);
const email = z.string().max(254);
const address = z.string().max(240);
const district = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

const identity = {
  firstName: name,
  lastName: name,
  birthDate: birthDate.optional(),
  phone: phone.optional(),
  email: email.optional(),
  address: address.optional(),
};

export const registerPersonBody = z
  .strictObject({
    id: z.uuid().toLowerCase().describe('Made by the client: sending it again gives the first answer.'),
    ...identity,
    district: district.optional(),
    lookalikesSeen: z.array(z.uuid().toLowerCase()).max(600).default([]),
  })
  .meta({ id: 'RegisterPerson' });

export const matchPersonBody = z.strictObject(identity).meta({ id: 'MatchPerson' });

const version = z.int().min(1);
const contacts = (value: z.ZodString) =>
  z.array(z.strictObject({ value: value.min(1), preferred: z.boolean().optional() })).max(10);

export const changePersonBody = z
  .strictObject({
    version,
    firstName: name.optional(),
    lastName: name.optional(),
    birthDate: birthDate.nullish(),
    address: address.nullish(),
    district: district.nullish(),
    phones: contacts(phone).optional(),
    mails: contacts(email).optional(),
    safeContact: z
      .strictObject({
        doNotWrite: z.boolean(),
        doNotLeaveMessage: z.boolean(),
        neutralSubject: z.boolean(),
      })
      .optional(),
  })
  .meta({ id: 'ChangePerson' });

export const mergePersonBody = z
  .strictObject({ into: z.uuid().toLowerCase(), version })
  .meta({ id: 'MergePerson' });
export const unmergePersonBody = z.strictObject({ version }).meta({ id: 'UnmergePerson' });

export const makeCopyBody = z.strictObject({ id: z.uuid().toLowerCase() }).meta({ id: 'MakeCopy' });

export const recordConsentBody = z
  .strictObject({ version, purpose: z.enum(consentPurposes), answer: z.enum(consentAnswers) })
  .meta({ id: 'RecordConsent' });

export const findPersonsQuery = z
  .strictObject({
    q: z.string().max(120).optional().describe('Nom, téléphone, mail, date de naissance ou code de suivi.'),
    ids: z.string().max(8_000).optional().describe('Up to 200 ids, separated by commas: names in bulk.'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .meta({ id: 'FindPersons' });

export const idsList = z.array(z.uuid().toLowerCase()).max(200);
