import type { Delivery } from '../../api/answers/messages';
import { useMay } from '../../app/session';
import { topicLabel } from '../../ccas/topics';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { shortMoment } from '../../ui/dates';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/tag';
import { detailOf, isRetriable, recipientWord, states } from './delivery-words';

interface DeliveryTableProps {
  readonly deliveries: readonly Delivery[];
  readonly gone: ReadonlySet<string>;
  readonly isRetrying: boolean;
  readonly onRetry: (delivery: Delivery) => void;
}

export function DeliveryTable({ deliveries, gone, isRetrying, onRetry }: DeliveryTableProps) {
  const may = useMay();
  const residents = may('find', 'person')
    ? deliveries.filter(isToResident).map(({ recipient }) => recipient.id!)
    : [];
  const names = useNames(residents);
  return (
    <Table
      caption="Envois"
      rows={deliveries}
      rowKey={({ id }) => id}
      isPast={({ id }) => gone.has(id)}
      columns={[
        {
          title: 'À qui',
          cell: (delivery) =>
            isToResident(delivery) && may('find', 'person') ? (
              <PersonName personId={delivery.recipient.id!} names={names} />
            ) : (
              recipientWord(delivery)
            ),
        },
        { title: 'Quoi', cell: (delivery) => <What delivery={delivery} /> },
        { title: 'Prévu', cell: ({ plannedAt }) => shortMoment(plannedAt), wideOnly: true },
        { title: 'Où en est-on', cell: (delivery) => <State delivery={delivery} /> },
        {
          title: 'Que faire',
          cell: (delivery) =>
            may('retry', 'delivery') &&
            isRetriable(delivery) && (
              <Button isDisabled={isRetrying} onPress={() => onRetry(delivery)}>
                Réessayer par mail<span className="sr-only"> : {delivery.noticeLabel}</span>
              </Button>
            ),
        },
      ]}
    />
  );
}

const isToResident = ({ recipient }: Delivery) => recipient.kind === 'resident' && recipient.id !== undefined;

function What({ delivery: { noticeLabel, topic } }: { readonly delivery: Delivery }) {
  return (
    <>
      <b className="font-semibold">{noticeLabel}</b>
      {topic !== undefined && <div className="text-xs text-ink-3">{topicLabel(topic)}</div>}
    </>
  );
}

function State({ delivery }: { readonly delivery: Delivery }) {
  const [label, tone] = states[delivery.status];
  const detail = detailOf(delivery);
  return (
    <>
      <Tag tone={tone}>{label}</Tag>{' '}
      {delivery.at !== undefined && <span className="text-xs text-ink-3">{shortMoment(delivery.at)}</span>}
      {detail !== '' && <div className="text-xs text-ink-3">{detail}</div>}
    </>
  );
}
