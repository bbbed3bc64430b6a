import type { Demand, LegalRequest } from '../../api/answers/legal-access';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { daysSince } from '../../ui/calendar';
import { days } from '../../ui/dates';
import { Table } from '../../ui/table';
import { whyItWaits } from '../law-words';
import { RequestTitle } from '../request-title';

interface WaitingTableProps {
  readonly requests: readonly LegalRequest[];
  readonly gone: ReadonlySet<string>;
  readonly demands: readonly Demand[];
}

/** Who waits for a date, the oldest wait first. */
export function WaitingTable({ requests, gone, demands }: WaitingTableProps) {
  const names = useNames(requests.map(({ personId }) => personId));
  const asked = new Set(demands.flatMap((one) => (one.openPermanenceRequestId ? [one.topic] : [])));
  return (
    <Table
      caption="Demandes qui attendent une date"
      rows={requests}
      rowKey={({ needId }) => needId}
      isPast={({ needId }) => gone.has(needId)}
      columns={[
        { title: 'Personne', cell: ({ personId }) => <PersonName personId={personId} names={names} /> },
        { title: 'Sujet', cell: (request) => <RequestTitle request={request} /> },
        {
          title: 'Pourquoi elle attend',
          cell: (request) => (gone.has(request.needId) ? 'Traitée entre-temps' : whyItWaits(request)),
        },
        {
          title: 'Prochaine étape',
          cell: ({ needId, topic }) =>
            !gone.has(needId) && (
              <b className="font-semibold">
                {asked.has(topic) ? 'Réponse d’un partenaire attendue' : 'Trouver une date'}
              </b>
            ),
        },
        { title: 'Attente', align: 'right', cell: ({ since }) => since && <Wait since={since} /> },
      ]}
    />
  );
}

/** Long waits are bold, and said: never by colour alone. */
export function Wait({ since }: { readonly since: string }) {
  const waited = daysSince(since);
  return (
    <span className={`whitespace-nowrap ${waited >= 10 ? 'font-semibold text-bad' : ''}`}>
      <span className="md:hidden">Attend depuis </span>
      {days(waited)}
    </span>
  );
}
