import type { Need } from '../../api/answers/needs';
import type { Referral, ReferralOutcome, ReferralStatus } from '../../api/answers/referrals';
import { days, weekday } from '../../ui/dates';
import type { Tone } from '../../ui/tag';

/** How the states of a referral read. */
export const referralStatuses: Readonly<
  Record<ReferralStatus, { readonly label: string; readonly tone: Tone }>
> = {
  sent: { label: 'Réponse attendue', tone: 'info' },
  questioned: { label: 'Le partenaire a une question', tone: 'warn' },
  accepted: { label: 'Acceptée', tone: 'good' },
  declined: { label: 'Refusée', tone: 'bad' },
  expired: { label: 'Sans réponse', tone: 'bad' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
  closed: { label: 'Terminée', tone: 'neutral' },
};
export const referralStatusWords = Object.keys(referralStatuses) as [ReferralStatus, ...ReferralStatus[]];

export const referralOutcomes: Readonly<Record<ReferralOutcome, string>> = {
  met: 'La personne a eu ce dont elle avait besoin',
  'not-followed': 'La personne n’a pas donné suite',
  'could-not': 'Le partenaire n’a finalement pas pu',
};

const withdrawals: Readonly<Record<NonNullable<Referral['because']>, string>> = {
  worker: 'Reprise par le CCAS',
  'need-moved-on': 'Le besoin a pris un autre chemin',
  'consent-withdrawn': 'La personne a retiré son accord',
};

/** Where a referral is, in one sentence. */
export function referralStage(referral: Referral): string {
  const { status, promise, waits, outcome, because, waitsFor } = referral;
  switch (status) {
    case 'sent':
      return promise!.reminded
        ? `Partenaire relancé ; sans réponse, le besoin revient le ${weekday(promise!.expireAt)}`
        : `Le partenaire est relancé le ${weekday(promise!.remindAt)}, s’il ne répond pas`;
    case 'questioned':
      return `Sa question attend la réponse du CCAS ; le besoin revient le ${weekday(promise!.expireAt)}`;
    case 'accepted':
      return waits!.days === 0
        ? 'Le partenaire reçoit la personne'
        : `Le partenaire reçoit la personne, depuis ${days(waits!.days)}`;
    case 'declined':
      return 'Le partenaire a refusé';
    case 'expired':
      return waitsFor === 'worker'
        ? 'La question du partenaire est restée sans réponse'
        : 'Trente jours sans réponse du partenaire';
    case 'withdrawn':
      return withdrawals[because ?? 'worker'];
    case 'closed':
      return referralOutcomes[outcome ?? 'met'];
  }
}

/** What somebody has to do, or what is awaited. */
export function referralNext({ status }: Referral): string {
  switch (status) {
    case 'sent':
      return 'Le partenaire répond';
    case 'questioned':
      return 'Répondre à sa question';
    case 'accepted':
      return 'Dire ce que la personne est devenue';
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'closed':
      return '';
  }
}

export const isOpenReferral = ({ status }: Pick<Referral, 'status'>) =>
  status === 'sent' || status === 'questioned' || status === 'accepted';

/** The service decides again; this only spares people what would be refused. */
export const mayBeReferred = ({ status }: Pick<Need, 'status'>) =>
  status === 'awaiting-service' || status === 'returned' || status === 'expired';
