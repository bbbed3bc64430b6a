import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LegalRequest, RequestLine } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useSession } from '../../app/session';
import { shortMoment } from '../../ui/dates';
import { sentenceOf, whoDid } from '../request-words';

/** What another person did last to this request, since the page was opened on it. The journal has one line a version. */
export function RequestMeanwhile({ request: { needId, version } }: { readonly request: LegalRequest }) {
  const [opened] = useState(version);
  const { sub } = useSession();
  const { data } = useQuery({
    queryKey: [...keys.request(needId), 'timeline', version],
    enabled: version > opened,
    queryFn: () =>
      read<List<RequestLine>>('/api/legal-access/requests/{needId}/timeline', { path: { needId } }),
  });
  const last = data?.items.slice(opened).findLast(({ actor }) => actor);
  const isTheirs = last && last.actor !== sub;
  return (
    <div role="status">
      {isTheirs && (
        <p className="mb-3 rounded-s bg-warn-bg px-3.5 py-2 text-warn">
          Entre-temps : {sentenceOf(last)} {whoDid(last)},{' '}
          <time dateTime={last.at}>{shortMoment(last.at)}</time>. Relisez avant de poursuivre.
        </p>
      )}
    </div>
  );
}
