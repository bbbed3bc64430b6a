import { useQuery } from '@tanstack/react-query';
import type { LegalRequest } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { RequestTitle } from '../../legal-access/request-title';
import { Card } from '../../ui/card';
import { moment } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { Table } from '../../ui/table';

const states: Readonly<Record<LegalRequest['status'], string>> = {
  waiting: 'Attend un créneau',
  placed: 'Rendez-vous fixé',
  returned: 'Rendu au CCAS',
  closed: 'Terminé',
};

/** That it takes place, where and when; never what is said there. */
export function PersonAppointments({ personId }: { readonly personId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.requests, 'of', personId],
    queryFn: () =>
      read<List<LegalRequest>>('/api/legal-access/requests', { query: { personId, limit: 100 } }),
  });
  return (
    <Card title="Accès au droit" bare>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {data?.items.length === 0 && <EmptyState title="Aucune demande à l’accès au droit" />}
      {data && data.items.length > 0 && (
        <Table
          caption="Demandes à l’accès au droit"
          rows={data.items}
          rowKey={({ needId }) => needId}
          columns={[
            { title: 'Sujet', cell: (request) => <RequestTitle request={request} /> },
            { title: 'État', cell: ({ status }) => states[status] },
            {
              title: 'Rendez-vous',
              cell: ({ appointment }) =>
                appointment && (
                  <>
                    <b className="font-semibold">{moment(appointment.startsAt)}</b>
                    <div className="text-xs text-ink-3">
                      {appointment.placeName}
                      {appointment.confirmed && ', venue confirmée'}
                    </div>
                  </>
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}
