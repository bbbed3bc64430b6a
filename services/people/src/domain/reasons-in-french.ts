import type { BirthDateLevel } from './compare-birth-dates';
import type { NameLevel } from './compare-names';
import type { Agreement, Comparison } from './match-identity';

const names: Partial<Record<NameLevel, string>> = {
  same: 'Mêmes nom et prénom',
  slip: 'Nom ou prénom écrit presque pareil',
  alike: 'Nom et prénom ressemblants',
  'first-only': 'Même prénom, autre nom',
};
const birthDates: Record<BirthDateLevel, string> = {
  same: 'même date de naissance',
  slip: 'date de naissance presque identique',
  unknown: 'date de naissance inconnue',
  other: 'autre date de naissance',
};
const contacts: readonly (readonly ['phone' | 'mail' | 'address', Partial<Record<Agreement, string>>])[] = [
  ['phone', { same: 'même téléphone', different: 'autre téléphone' }],
  ['mail', { same: 'même adresse mail', different: 'autre adresse mail' }],
  ['address', { same: 'même adresse', different: 'autre adresse' }],
];

/** Why two identities look alike and where they differ, in the agent's words. */
export function reasonsInFrench(comparison: Comparison): string[] {
  const said = contacts.map(([contact, words]) => words[comparison.contacts[contact]]);
  return [names[comparison.names], birthDates[comparison.birthDate], ...said].filter(
    (one) => one !== undefined,
  );
}
