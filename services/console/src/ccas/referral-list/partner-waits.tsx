import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { List } from '../../api/answers/list';
import type { PartnerWaits } from '../../api/answers/referrals';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { usePartnerNames } from '../../partners/partners';
import { daysSince } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { days } from '../../ui/dates';
import { Tag } from '../../ui/tag';

/** Who keeps people waiting, and since when: the silent first. A partner that nobody waits for is not here. */
export function WaitsByPartner() {
  const nameOf = usePartnerNames();
  const { data } = useQuery({
    queryKey: keys.referralsByPartner,
    queryFn: () => read<List<PartnerWaits>>('/api/ccas/referrals/by-partner'),
  });
  const keeping = (data?.items ?? []).filter(({ waiting, accepted }) => waiting + accepted > 0);
  if (keeping.length === 0) return null;
  return (
    <div className="mb-4">
      <Card title="Qui attend chez quel partenaire">
        <ul className="flex flex-col divide-y divide-line">
          {keeping.map((waits) => (
            <li
              key={waits.partnerId}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
            >
              <Link
                to="/ccas/partenaires"
                search={{ chez: waits.partnerId }}
                className="link min-w-0 flex-1 basis-48 font-semibold"
              >
                {nameOf(waits.partnerId)}
              </Link>
              <span className="flex-1 basis-64 text-ink-2">{sentence(waits)}</span>
              {waits.silent > 0 && <Tag tone="warn">Silencieux</Tag>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

export function sentence({
  waiting,
  waitingSince,
  silent,
  accepted,
}: Omit<PartnerWaits, 'partnerId'>): string {
  const since = waitingSince === null ? '' : `, depuis ${days(daysSince(waitingSince))}`;
  return [
    waiting > 0 &&
      `${waiting === 1 ? '1 personne attend' : `${waiting} personnes attendent`} une réponse${since}`,
    silent > 0 && `relancé pour ${silent}`,
    accepted > 0 && `${accepted} acceptée${accepted > 1 ? 's' : ''}, sans issue notée`,
  ]
    .filter((part) => part !== false)
    .join(' ; ');
}
