import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { List } from '../../api/answers/list';
import type { Need, TimelineLine } from '../../api/answers/needs';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import type { Problem } from '../../api/problem';
import { useSession } from '../../app/session';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile';
import { ProblemNote } from '../../ui/problem-note';
import { doer } from './chain-drawing';

type Which = Pick<Need, 'id' | 'version'>;

/** A need with its form open: at which version it is sent, and what happened since the form was opened. */
export interface OpenedNeed {
  readonly asSeen: Which;
  readonly since: readonly TimelineLine[];
}

/**
 * The journal has one line a version: what is sent is about the need whose lines are shown, never about one that changed
 * unseen. A list may go on showing what has left it; the journal does not.
 */
export function useOpenedNeed({ id, version }: Which): OpenedNeed {
  const [opened] = useState(version);
  const { data } = useQuery({
    queryKey: [...keys.need(id), 'timeline'],
    queryFn: () => read<List<TimelineLine>>('/api/ccas/needs/{id}/timeline', { path: { id } }),
  });
  const lines = data?.items ?? [];
  return { asSeen: { id, version: Math.max(opened, lines.length) }, since: lines.slice(opened) };
}

interface NeedMeanwhileProps {
  readonly opened: OpenedNeed;
  readonly error: Problem | null;
}

/** At the foot of a form about a need: what changed meanwhile, or why it was refused, unless a field of the form says it. */
export function NeedMeanwhile({ opened: { since }, error }: NeedMeanwhileProps) {
  const { sub } = useSession();
  const isStale = error?.isStale ?? false;
  const isMine = isStale && since.every(({ by }) => by.kind === 'agent' && by.id === sub);
  return (
    <>
      {since.length > 0 && (
        <ChangedMeanwhile
          changes={since.map(({ by, ...line }) => ({ ...line, who: doer(by) }))}
          isMine={isMine}
          isRefused={isStale}
        />
      )}
      {error && !(isStale && since.length > 0) && (isStale || error.fields.size === 0) && (
        <ProblemNote error={error} />
      )}
    </>
  );
}
