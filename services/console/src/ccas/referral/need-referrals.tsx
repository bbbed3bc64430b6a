import { useState } from 'react';
import type { NeedFile } from '../../api/answers/needs';
import type { ReferralFile, ReferralText } from '../../api/answers/referrals';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { usePartnerNames } from '../../partners/partners';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { shortMoment, weekday } from '../../ui/dates';
import { focusTitle } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { Tag } from '../../ui/tag';
import { CloseReferralDialog } from './close-referral-dialog';
import { QuestionReply } from './question-reply';
import { isOpenReferral, referralStage, referralStatuses } from './referral-words';
import { useReferralAct, useReferralsOf, withdrawReferral } from './referral-acts';

/** The partners that a need was referred to, what was written to each other, and what can be done now. */
export function NeedReferrals({ need }: { readonly need: NeedFile }) {
  const { data, error, refetch } = useReferralsOf(need.id);
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Card title="Chez un partenaire">
      <ul className="flex flex-col divide-y divide-line">
        {data.items.map((referral) => (
          <li key={referral.id} className="py-4 first:pt-0 last:pb-0">
            <One referral={referral} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function One({ referral }: { readonly referral: ReferralFile }) {
  const nameOf = usePartnerNames();
  const { label, tone } = referralStatuses[referral.status];
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">{nameOf(referral.partnerId)}</h3>
        <Tag tone={tone}>{label}</Tag>
        <span className="text-xs text-ink-3">
          sollicité le {weekday(referral.sentAt)}, suivi par {referral.workerName ?? 'un agent'}
        </span>
      </div>
      <p>{referralStage(referral)}</p>
      <Texts texts={referral.texts} partner={nameOf(referral.partnerId)} />
      {isOpenReferral(referral) && <Acts referral={referral} />}
    </div>
  );
}

const kinds: Readonly<Record<ReferralText['kind'], string>> = {
  'to-partner': 'Message au partenaire',
  contact: 'Comment joindre la personne',
  question: 'Question du partenaire',
  answer: 'Réponse du CCAS',
  'decline-reason': 'Raison du refus',
  outcome: 'Ce qu’elle est devenue',
};

function Texts({ texts, partner }: { readonly texts: readonly ReferralText[]; readonly partner: string }) {
  return (
    <ul className="flex flex-col gap-2">
      {texts.map(({ id, kind, text, at, by }) => (
        <li key={id} className="border-l-2 border-line-strong pl-3">
          <p className="text-xs text-ink-3">
            {kinds[kind]} · {by.id.startsWith('link:') ? partner : (by.name ?? 'un agent')} ·{' '}
            <time dateTime={at}>{shortMoment(at)}</time>
          </p>
          <p className="break-words whitespace-pre-wrap">{text}</p>
        </li>
      ))}
    </ul>
  );
}

function Acts({ referral }: { readonly referral: ReferralFile }) {
  const mayChange = useMay()('change', 'referral');
  const [isClosing, setClosing] = useState(false);
  const back = useReferralAct(
    () => withdrawReferral(referral),
    () => {
      tellDone('Repris au partenaire, qui en est prévenu. Le besoin est de nouveau à traiter.');
      focusTitle();
    },
  );
  if (!mayChange) return null;
  return (
    <>
      {referral.status === 'questioned' && <QuestionReply referral={referral} />}
      <div className="no-print flex flex-wrap gap-2">
        <Button onPress={() => setClosing(true)}>Noter ce qu’elle est devenue</Button>
        <Button look="quiet" isDisabled={back.isPending} onPress={() => back.mutate(undefined)}>
          Reprendre le besoin
        </Button>
      </div>
      {back.error && <ProblemNote error={back.error} />}
      {isClosing && <CloseReferralDialog referral={referral} onClose={() => setClosing(false)} />}
    </>
  );
}
