import type { Partner } from '../../api/answers/partners';
import type { PartnerWaits } from '../../api/answers/referrals';
import { partnerKinds } from '../../partners/partner-kinds';
import { days } from '../../ui/dates';
import { guillemets } from '../../ui/guillemets';
import { topicLabel } from '../topics';

/** A partner that a need may be referred to, and why it stands where it does. */
export interface Ranked {
  readonly partner: Partner;
  readonly serves: boolean;
  readonly reasons: readonly string[];
  /** Reminded, and still silent about somebody. */
  readonly isSilent: boolean;
}

interface Asked {
  readonly topic: string;
  readonly words: string;
  /** Calendar days since an instant. */
  readonly daysSince: (instant: string) => number;
}

/**
 * Those that take the topic, and do not keep others waiting, first; then in the order of the directory. Without words, only
 * those that take the topic, unless nobody does.
 */
export function rankedPartners(
  partners: readonly Partner[],
  waits: readonly PartnerWaits[],
  { topic, words, daysSince }: Asked,
): Ranked[] {
  const waitsOf = new Map(waits.map((one) => [one.partnerId, one]));
  const all = partners
    .filter(({ active }) => active)
    .map((partner) => rankOf(partner, waitsOf.get(partner.id), topic, daysSince));
  const called = all.filter(({ partner }) => isCalled(partner, words));
  const fitting = called.filter(({ serves }) => serves);
  const shown = words.trim() === '' && fitting.length > 0 ? fitting : called;
  return [...shown].sort(byRank);
}

function rankOf(
  partner: Partner,
  waits: PartnerWaits | undefined,
  topic: string,
  daysSince: Asked['daysSince'],
): Ranked {
  const serves = partner.topics.includes(topic);
  const isSilent = (waits?.silent ?? 0) > 0;
  return {
    ...{ partner, serves, isSilent },
    reasons: [
      serves
        ? `prend en charge ${guillemets(topicLabel(topic))}`
        : `ne déclare pas ${guillemets(topicLabel(topic))} dans l’annuaire`,
      ...record(waits, daysSince),
    ],
  };
}

/** How it kept up with what it was referred before. */
function record(waits: PartnerWaits | undefined, daysSince: Asked['daysSince']): string[] {
  if (!waits) return ['jamais sollicité par le CCAS'];
  const { waiting, waitingSince, accepted, closed, declined, expired } = waits;
  const answered = accepted + closed + declined;
  return [
    ...(waiting > 0 && waitingSince !== null
      ? [`${persons(waiting)} sa réponse, depuis ${days(daysSince(waitingSince))}`]
      : []),
    ...(answered > 0 ? [`a accepté ${accepted + closed} fois sur ${answered}`] : []),
    ...(expired > 0 ? [`est resté ${expired} fois sans répondre`] : []),
  ];
}

const persons = (count: number) => (count === 1 ? '1 personne attend' : `${count} personnes attendent`);

function byRank(one: Ranked, other: Ranked): number {
  return (
    Number(other.serves) - Number(one.serves) ||
    Number(one.isSilent) - Number(other.isSilent) ||
    one.partner.rank - other.partner.rank ||
    one.partner.name.localeCompare(other.partner.name, 'fr')
  );
}

function isCalled({ name, kind, topics }: Partner, words: string): boolean {
  const said = folded([name, partnerKinds[kind], ...topics.map(topicLabel)].join(' '));
  return folded(words)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
