/** Somebody outside the town's services who answers needs: the MJD, the bar, an association. */
export const partnerKinds = ['mjd', 'bar', 'association', 'public-service', 'other'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export interface PartnerProfile {
  readonly name: string;
  readonly kind: PartnerKind;
  /** What it can be asked for, in the words of the shared vocabulary. */
  readonly topics: readonly string[];
  /** Lower is asked first. */
  readonly rank: number;
  /** An inactive partner keeps its history and is asked for nothing. */
  readonly active: boolean;
  readonly siret?: string;
}

/** How to reach it. Kept beside the journal, erasable: the journal only says which of these changed. */
export interface PartnerContact {
  /** The mailbox of the structure, never somebody's own. */
  readonly mailbox?: string;
  readonly phone?: string;
  readonly contactPerson?: string;
}
export const contactFields = ['mailbox', 'phone', 'contactPerson'] as const;
export type ContactField = (typeof contactFields)[number];

export type PartnerEvent =
  | ({ readonly type: 'PartnerRegistered' } & PartnerProfile)
  | ({ readonly type: 'PartnerChanged' } & PartnerProfile)
  | { readonly type: 'PartnerContactChanged'; readonly fields: readonly ContactField[] };

export type Partner = { readonly status: 'unknown' } | ({ readonly status: 'registered' } & PartnerProfile);

export function evolve(partner: Partner, event: PartnerEvent): Partner {
  switch (event.type) {
    case 'PartnerRegistered':
    case 'PartnerChanged': {
      const { type: _type, ...profile } = event;
      return { status: 'registered', ...profile };
    }
    case 'PartnerContactChanged':
      return partner;
  }
}

/** Which parts of a contact are not what they were. An absent part and an empty one are the same. */
export function changedContactFields(before: PartnerContact, after: PartnerContact): ContactField[] {
  return contactFields.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
}
