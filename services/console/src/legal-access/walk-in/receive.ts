import { useMutation } from '@tanstack/react-query';
import type { LegalRequest } from '../../api/answers/legal-access';
import type { PersonFile } from '../../api/answers/people';
import { answer, api, read } from '../../api/client';
import type { Problem } from '../../api/problem';
import { personOf } from '../../ccas/reception/save';
import type { Draft } from '../../ccas/reception/draft';
import type { LawTopic } from '../law-words';
import { cancel, useReadLawAgain } from '../request-acts';

export interface WalkIn {
  readonly draft: Pick<Draft, 'person' | 'newPersonId'>;
  readonly sessionId: string;
  readonly topic: LawTopic;
  /** Their waiting request for this topic, where there is one; else made with the form. */
  readonly needId: string;
}

export interface Received {
  readonly request: LegalRequest;
  readonly person: PersonFile;
}

/** The ids were made with the form: sent again, it finishes what a lost answer left open, and doubles nothing. */
async function receive({ draft, sessionId, topic, needId }: WalkIn): Promise<Received> {
  const person = await personOf(draft);
  const request = await answer<LegalRequest>(
    api.POST('/api/legal-access/sessions/{id}/walk-ins', {
      params: { path: { id: sessionId } },
      body: { id: needId, personId: person.id, topic },
    }),
  );
  return { request, person };
}

export function useReceive(done: (received: Received, walkIn: WalkIn) => void) {
  const readAgain = useReadLawAgain();
  return useMutation<Received, Problem, WalkIn>({
    mutationFn: receive,
    onSuccess: done,
    onSettled: readAgain,
  });
}

/** Who waited before waits again; who did not is let go. Once the hour has begun, presence is what is noted. */
export function undoReceiving(
  { request }: Received,
  waitedBefore: boolean,
): (() => Promise<unknown>) | undefined {
  if (Date.parse(request.appointment!.startsAt) <= Date.now()) return undefined;
  return async () => {
    const { needId } = request;
    const now = await read<LegalRequest>('/api/legal-access/requests/{needId}', { path: { needId } });
    return cancel(now, waitedBefore);
  };
}
