import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';
import { evolve, type ContactField, type Partner, type PartnerEvent, type PartnerProfile } from './partner';
import { isSiret } from './siret';

export type PartnerCommand =
  | { readonly do: 'register'; readonly profile: PartnerProfile; readonly contact: readonly ContactField[] }
  | { readonly do: 'change'; readonly profile: PartnerProfile; readonly contact: readonly ContactField[] };

type Outcome = Decision<PartnerEvent>;

function decide(command: PartnerCommand, partner: Partner): Outcome {
  return command.do === 'register' ? register(command, partner) : change(command, partner);
}

/** The same id a second time is the same form sent twice: the first answer stands. */
function register({ profile, contact }: PartnerCommand, partner: Partner): Outcome {
  if (partner.status === 'registered') return [];
  return whyNot(profile) ?? [{ type: 'PartnerRegistered', ...tidy(profile) }, ...contactChanged(contact)];
}

function change({ profile, contact }: PartnerCommand, partner: Partner): Outcome {
  if (partner.status === 'unknown') {
    return refuse('UnknownPartner', 'Ce partenaire n’est pas dans l’annuaire.');
  }
  const refusal = whyNot(profile);
  if (refusal) return refusal;
  const next = tidy(profile);
  const changed: PartnerEvent[] = same(partner, next) ? [] : [{ type: 'PartnerChanged', ...next }];
  return [...changed, ...contactChanged(contact)];
}

function whyNot(profile: PartnerProfile) {
  if (profile.siret !== undefined && !isSiret(profile.siret)) {
    return refuse(
      'SiretInvalid',
      'Ce numéro SIRET n’existe pas : vérifiez ses 14 chiffres, ou laissez le champ vide.',
      'siret',
    );
  }
  if (profile.active && profile.topics.length === 0) {
    return refuse(
      'TopicsMissing',
      'Choisissez au moins un sujet que ce partenaire prend en charge, ou rendez-le inactif.',
      'topics',
    );
  }
  return undefined;
}

/** Topics have no order and are said once, so that the same form is the same partner. */
function tidy(profile: PartnerProfile): PartnerProfile {
  return { ...profile, topics: [...new Set(profile.topics)].sort() };
}

function contactChanged(fields: readonly ContactField[]): PartnerEvent[] {
  return fields.length === 0 ? [] : [{ type: 'PartnerContactChanged', fields }];
}

function same(before: PartnerProfile, after: PartnerProfile): boolean {
  return profileKeys.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
}
const profileKeys = ['name', 'kind', 'topics', 'rank', 'active', 'siret'] as const;

export const partnerDecider: Decider<PartnerCommand, Partner, PartnerEvent> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
