import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { NeedFile } from '../../api/answers/needs';
import type { PersonPage } from '../../api/answers/people';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { fullName } from '../../people/person-name';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { quoted } from '../need-words';
import { topicLabel } from '../topics';
import { ConsentCard, purpose } from './consent-card';
import { ReferForm } from './refer-form';
import { useReferralsOf } from './referral-acts';
import { mayBeReferred } from './referral-words';

const route = getRouteApi('/ccas/besoins/$needId/orienter');

/** A need goes to a partner outside the town: with the person's yes, to whom, and with which words. */
export function ReferPage() {
  const { needId } = route.useParams();
  const { need, person, consent, error, retry } = useParts(needId);
  if (error) {
    return (
      <>
        <PageHead title="Orienter vers un partenaire" />
        <ProblemNote error={error} onRetry={retry} />
      </>
    );
  }
  if (!need || !person || !consent) return <Loading />;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead
        title="Orienter vers un partenaire"
        over={
          <Link to="/ccas/besoins/$needId" params={{ needId }} className="link">
            {quoted(need.words)}
          </Link>
        }
        under={`${fullName(person)} · ${topicLabel(need.topic)}${need.urgency === 'urgent' ? ' · urgent' : ''}`}
      />
      {mayBeReferred(need) ? (
        <div className="flex flex-col gap-5">
          <ConsentCard person={person} known={consent} />
          <ReferForm need={need} person={person} mayBeSent={consent === 'given'} />
        </div>
      ) : (
        <EmptyState title="Ce besoin est déjà suivi, ou clos">
          <Link to="/ccas/besoins/$needId" params={{ needId }} className="link">
            Voir où il en est
          </Link>
        </EmptyState>
      )}
    </div>
  );
}

function useParts(needId: string) {
  const need = useQuery({
    queryKey: [...keys.need(needId), 'file'],
    queryFn: () => read<NeedFile>('/api/ccas/needs/{id}', { path: { id: needId } }),
  });
  const personId = need.data?.personId;
  const person = useQuery({
    queryKey: keys.person(personId ?? ''),
    enabled: personId !== undefined,
    queryFn: () => read<PersonPage>('/api/people/persons/{id}', { path: { id: personId! } }),
  });
  const referrals = useReferralsOf(needId, person.data?.consents[purpose].answer);
  return {
    need: need.data,
    person: person.data,
    consent: referrals.data?.consent,
    error: need.error ?? person.error ?? referrals.error,
    retry: () => void Promise.all([need.refetch(), person.refetch(), referrals.refetch()]),
  };
}
