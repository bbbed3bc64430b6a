import { compareBirthDates, type BirthDateLevel } from './compare-birth-dates';
import { compareNames, type NameLevel } from './compare-names';
import type { Identity } from './identity';

/** `same`: surely one person. `doubtful`: a person must look. `new`: nobody to confuse with. */
export type Likeness = 'same' | 'doubtful' | 'new';

export interface Contacts {
  readonly phone: Agreement;
  readonly mail: Agreement;
  readonly address: Agreement;
}
export type Agreement = 'same' | 'different' | 'unknown';

export interface Comparison {
  readonly names: NameLevel;
  readonly birthDate: BirthDateLevel;
  readonly contacts: Contacts;
  readonly likeness: Likeness;
  /** 0 to 100, to sort what is shown; the likeness decides. */
  readonly score: number;
}

export function compareIdentities(a: Identity, b: Identity): Comparison {
  const compared = {
    names: compareNames(a, b),
    birthDate: compareBirthDates(a.birthDate, b.birthDate),
    contacts: {
      phone: agreement(a.phones, b.phones),
      mail: agreement(a.mails, b.mails),
      address: agreement(listed(a.address), listed(b.address)),
    },
  };
  return { ...compared, likeness: likenessOf(compared), score: scoreOf(compared) };
}

type Evidence = Omit<Comparison, 'likeness' | 'score'>;

/** The rules, first line that fits. A shared phone, mail or address alone proves nothing: families share them. */
const rules: readonly (readonly [Likeness, (evidence: Evidence) => boolean])[] = [
  // One name, one birth date, one phone or mail: two people of the town never share the three.
  ['same', (e) => e.names === 'same' && e.birthDate === 'same' && reachedTheSameWay(e)],
  // A slip in the name, which `compareNames` allows only where it cannot be a twin's.
  ['same', (e) => e.names === 'slip' && e.birthDate === 'same' && reachedTheSameWay(e)],
  // The same home says it too, for who gave no phone and no mail; not against another phone or another mail.
  ['same', (e) => isNear(e) && e.birthDate === 'same' && e.contacts.address === 'same' && !contradicted(e)],
  // A slip in the birth date: only when two contacts agree and none says otherwise.
  ['same', (e) => e.names === 'same' && e.birthDate === 'slip' && agreeing(e) >= 2 && !contradicted(e)],
  ['doubtful', (e) => e.names === 'same' && (e.birthDate === 'same' || e.birthDate === 'slip')],
  [
    'doubtful',
    (e) => e.names === 'same' && e.birthDate === 'unknown' && (agreeing(e) > 0 || !contradicted(e)),
  ],
  // A father and a son, or a birth date typed wrong: a person must look.
  ['doubtful', (e) => e.names === 'same' && reachedTheSameWay(e)],
  ['doubtful', (e) => (e.names === 'slip' || e.names === 'alike') && e.birthDate === 'same'],
  ['doubtful', (e) => e.names === 'slip' && e.birthDate !== 'other' && reachedTheSameWay(e)],
  // Another family name since a marriage.
  ['doubtful', (e) => e.names === 'first-only' && e.birthDate === 'same' && reachedTheSameWay(e)],
];

function likenessOf(evidence: Evidence): Likeness {
  return rules.find(([, fits]) => fits(evidence))?.[0] ?? 'new';
}

function isNear({ names }: Evidence): boolean {
  return names === 'same' || names === 'slip';
}
function reachedTheSameWay({ contacts }: Evidence): boolean {
  return contacts.phone === 'same' || contacts.mail === 'same';
}
function agreeing({ contacts }: Evidence): number {
  return Object.values(contacts).filter((one) => one === 'same').length;
}
function contradicted({ contacts }: Evidence): boolean {
  return Object.values(contacts).includes('different');
}

/** One value in common is enough: people keep an old number and add a new one. */
function agreement(a: readonly string[], b: readonly string[]): Agreement {
  if (a.length === 0 || b.length === 0) return 'unknown';
  return a.some((value) => b.includes(value)) ? 'same' : 'different';
}

function listed(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

const nameScore: Record<NameLevel, number> = { same: 45, slip: 38, alike: 25, 'first-only': 15, other: 0 };
const birthDateScore: Record<BirthDateLevel, number> = { same: 30, slip: 18, unknown: 5, other: 0 };

function scoreOf(evidence: Evidence): number {
  const { contacts } = evidence;
  const reach = (contacts.phone === 'same' ? 10 : 0) + (contacts.mail === 'same' ? 10 : 0);
  const address = contacts.address === 'same' ? 5 : 0;
  return nameScore[evidence.names] + birthDateScore[evidence.birthDate] + reach + address;
}
