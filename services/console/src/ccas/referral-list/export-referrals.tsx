import { useMutation } from '@tanstack/react-query';
import type { List } from '../../api/answers/list';
import type { NamedPerson } from '../../api/answers/people';
import type { Referral } from '../../api/answers/referrals';
import { read } from '../../api/client';
import { asProblem } from '../../api/problem';
import { tellDone } from '../../app/undo';
import { usePartnerNames } from '../../partners/partners';
import { namesOf } from '../../people/names';
import { Button } from '../../ui/button';
import { asCsv, download } from '../../ui/csv';
import { parisDayOf } from '../../ui/calendar';
import { parisToday } from '../../ui/dates';
import { referralStage, referralStatuses } from '../referral/referral-words';
import { topicLabel } from '../topics';

const atOnce = 500;

interface ExportReferralsProps {
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly total: number;
}

/** Exactly what the filters of the page find, all its pages, for a spreadsheet. */
export function ExportReferrals({ asked, total }: ExportReferralsProps) {
  const nameOf = usePartnerNames();
  const exporting = useMutation({
    mutationFn: () => everyReferral(asked),
    onSuccess: ({ referrals, names }) => {
      const rows = referrals.map((one) => rowOf(one, names.get(one.personId), nameOf(one.partnerId)));
      download(`orientations-partenaires-${parisToday()}.csv`, asCsv(header, rows));
      tellDone(`${referrals.length} lignes exportées.`);
    },
    onError: (error) => tellDone(asProblem(error).message),
  });
  return (
    <Button onPress={() => exporting.mutate()} isDisabled={total === 0 || exporting.isPending}>
      {exporting.isPending ? 'Export en cours…' : 'Exporter (CSV)'}
    </Button>
  );
}

async function everyReferral(asked: ExportReferralsProps['asked']) {
  const referrals = new Map<string, Referral>();
  for (let offset = 0; ; offset += atOnce) {
    const query = { ...asked, limit: atOnce, offset };
    const { items } = await read<List<Referral>>('/api/ccas/referrals', { query });
    for (const referral of items) referrals.set(referral.id, referral);
    if (items.length < atOnce) break;
  }
  const found = [...referrals.values()];
  return { referrals: found, names: await namesOf(found.map(({ personId }) => personId)) };
}

const header = [
  'Partenaire',
  'Nom',
  'Prénom',
  'Sujet',
  'Urgence',
  'Envoyée le',
  'État',
  'Où en est-on',
  'Attente (jours)',
  'Terminée le',
];

function rowOf(referral: Referral, person: NamedPerson | undefined, partner: string): string[] {
  const { topic, urgency, sentAt, status, waits, endedAt } = referral;
  return [
    partner,
    person?.lastName,
    person?.firstName,
    topicLabel(topic),
    urgency === 'urgent' ? 'urgent' : '',
    parisDayOf(sentAt),
    referralStatuses[status].label,
    referralStage(referral),
    waits?.days,
    endedAt && parisDayOf(endedAt),
  ].map((value) => String(value ?? ''));
}
