import { Link } from '@tanstack/react-router';
import type { Referral } from '../../api/answers/referrals';
import { usePartnerNames } from '../../partners/partners';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { days, weekday } from '../../ui/dates';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/tag';
import { referralNext, referralStage, referralStatuses } from '../referral/referral-words';
import { toneOf, topicLabel } from '../topics';

interface ReferralTableProps {
  readonly referrals: readonly Referral[];
  readonly gone: ReadonlySet<string>;
}

export function ReferralTable({ referrals, gone }: ReferralTableProps) {
  const names = useNames(referrals.map(({ personId }) => personId));
  const nameOf = usePartnerNames();
  return (
    <Table
      caption="Orientations vers les partenaires"
      rows={referrals}
      rowKey={({ id }) => id}
      isPast={({ id }) => gone.has(id)}
      columns={[
        {
          title: 'Partenaire',
          cell: ({ needId, partnerId }) => (
            <Link
              to="/ccas/besoins/$needId"
              params={{ needId }}
              data-row-link
              className="rounded-s font-semibold hover:underline"
            >
              {nameOf(partnerId)}
            </Link>
          ),
        },
        { title: 'Personne', cell: ({ personId }) => <PersonName personId={personId} names={names} /> },
        { title: 'Sujet', cell: (referral) => <Subject referral={referral} /> },
        { title: 'Où en est-on', cell: (referral) => <Stage referral={referral} /> },
        {
          title: 'Prochaine étape',
          cell: (referral) => <b className="font-semibold">{referralNext(referral)}</b>,
        },
        { title: 'Envoyée', cell: ({ sentAt }) => weekday(sentAt), wideOnly: true },
        { title: 'Attente', align: 'right', cell: (referral) => <Wait referral={referral} /> },
      ]}
    />
  );
}

function Subject({ referral: { topic, urgency } }: { readonly referral: Referral }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      <Tag tone={toneOf(topic)}>{topicLabel(topic)}</Tag>
      {urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
    </span>
  );
}

function Stage({ referral }: { readonly referral: Referral }) {
  const { label, tone } = referralStatuses[referral.status];
  return (
    <div className="flex flex-col items-start gap-1">
      <Tag tone={tone}>{label}</Tag>
      <span className="text-ink-2">{referralStage(referral)}</span>
    </div>
  );
}

/** Long waits are bold, and said: never by colour alone. */
function Wait({ referral: { waits } }: { readonly referral: Referral }) {
  if (!waits) return null;
  const isLong = waits.days >= 10;
  return (
    <span className={`whitespace-nowrap ${isLong ? 'font-semibold text-bad' : ''}`}>
      <span className="md:hidden">Attend depuis </span>
      {days(waits.days)}
    </span>
  );
}
