import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Inbox, Message } from '../../api/answers/messages';
import { answer, api, read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { shortMoment } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { Tag } from '../../ui/tag';

/** What Passerelle tells this agent: unread first, then the newest. */
export function InboxPage() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...keys.messages, 'inbox'],
    queryFn: () => read<Inbox>('/api/notifications/messages', { query: { limit: 100 } }),
  });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title="Messages" under={data && unreadSentence(data.unread)} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <Card bare>
        {isPending && <Loading />}
        {data?.items.length === 0 && (
          <EmptyState title="Aucun message">
            Ce que les services et les partenaires répondent arrivera ici.
          </EmptyState>
        )}
        <ul className="divide-y divide-line">
          {data?.items.map((message) => (
            <li key={message.id} className="px-4 py-3">
              <Line message={message} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function unreadSentence(unread: number): string {
  if (unread === 0) return 'Tout est lu';
  return unread === 1 ? '1 message non lu' : `${unread} messages non lus`;
}

function Line({ message }: { readonly message: Message }) {
  const { title, sentence, at, read: isRead, needId } = message;
  const follows = useMay()('follow', 'need') && needId !== undefined;
  const mark = useMarkRead(message.id);
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className={isRead ? '' : 'font-semibold'}>
          {!isRead && <Tag tone="info">Non lu</Tag>} {title}
        </p>
        <p className="text-ink-2">{sentence}</p>
        <p className="text-xs text-ink-3">
          <time dateTime={at}>{shortMoment(at)}</time>
        </p>
      </div>
      <div className="flex gap-2">
        {follows && (
          <Link
            to="/ccas/besoins/$needId"
            params={{ needId }}
            className="link px-2 py-1.5"
            onClick={() => mark.mutate()}
          >
            Ouvrir<span className="sr-only"> le besoin : {title}</span>
          </Link>
        )}
        {!isRead && (
          <Button look="quiet" onPress={() => mark.mutate()}>
            Marquer comme lu<span className="sr-only"> : {title}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

function useMarkRead(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/notifications/messages/{id}/read', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.messages }),
  });
}
