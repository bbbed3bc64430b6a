import { topics } from '@passerelle/contracts';
import { z } from 'zod';
import type { PartnerForm } from '../application/partner.commands';
import { partnerKinds } from '../domain/partner';

const topic = z.enum(Object.keys(topics) as [keyof typeof topics]);

const form = {
  name: z.string().trim().min(2).max(160),
  kind: z.enum(partnerKinds),
  topics: z.array(topic).max(30),
  /** Lower is asked first. */
  rank: z.int().min(1).max(99).default(10),
  active: z.boolean().default(true),
  siret: z.string().trim().max(20).optional(),
  mailbox: z.email().max(254).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 .()-]{6,24}$/)
    .optional(),
  contactPerson: z.string().trim().max(120).optional(),
};

export const registerPartnerBody = z
  .strictObject({ id: z.uuid().toLowerCase(), ...form })
  .meta({ id: 'RegisterPartner' });
export const changePartnerBody = z
  .strictObject({ version: z.int().min(1), ...form })
  .meta({ id: 'ChangePartner' });

export const listPartnersQuery = z
  .strictObject({
    topic: topic.optional(),
    kind: z.enum(partnerKinds).optional(),
    active: z.stringbool().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  })
  .meta({ id: 'ListPartners' });

type Given = Omit<z.infer<typeof registerPartnerBody>, 'id'>;

export function formOf({
  mailbox,
  phone,
  contactPerson,
  name,
  kind,
  topics: served,
  rank,
  active,
  siret,
}: Given): PartnerForm {
  return {
    profile: { name, kind, topics: served, rank, active, ...(siret ? { siret } : {}) },
    contact: { mailbox, phone, contactPerson },
  };
}
