import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Chain, NeedFile } from '../../api/answers/needs';
import type { List } from '../../api/answers/list';
import type { TimelineLine } from '../../api/answers/needs';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { errorInstead } from '../../api/problem';
import { useMay } from '../../app/session';
import { fullName } from '../../people/person-name';
import { useNames } from '../../people/names';
import { Card } from '../../ui/card';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { quoted } from '../need-words';
import { ChainDrawing } from './chain-drawing';
import { NeedActs } from './need-acts-bar';
import { NeedNotes } from './need-notes';
import { NeedSide } from './need-side';
import { Timeline } from './timeline';

const route = getRouteApi('/ccas/besoins/$needId');

/** What one need set off, in the resident's own words first. Who may only follow sees the chain, never the words. */
export function NeedPage() {
  const { needId } = route.useParams();
  const mayRead = useMay()('read', 'need');
  const path = { id: needId };
  const need = useQuery({
    queryKey: [...keys.need(needId), 'file'],
    enabled: mayRead,
    queryFn: () => read<NeedFile>('/api/ccas/needs/{id}', { path }),
  });
  const chain = useQuery({
    queryKey: [...keys.need(needId), 'chain'],
    queryFn: () => read<Chain>('/api/ccas/needs/{id}/chain', { path }),
  });
  const timeline = useQuery({
    queryKey: [...keys.need(needId), 'timeline'],
    queryFn: () => read<List<TimelineLine>>('/api/ccas/needs/{id}/timeline', { path }),
  });
  const error = errorInstead(need) ?? errorInstead(chain);
  if (error) return <Failed error={error} retry={() => void need.refetch()} />;
  if (mayRead && !need.data) return <Loading />;
  return (
    <>
      <Head need={need.data} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title="Ce que ce besoin a déclenché">
            {chain.data ? <ChainDrawing chain={chain.data} need={need.data} /> : <Loading lines={4} />}
          </Card>
          {need.data && <NeedNotes need={need.data} />}
        </div>
        <div className="flex flex-col gap-5">
          {need.data && <NeedSide need={need.data} />}
          <Card title="Journal du besoin">
            {timeline.data ? <Timeline lines={timeline.data.items} /> : <Loading lines={3} />}
          </Card>
        </div>
      </div>
    </>
  );
}

function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <>
      <PageHead title="Besoin" />
      <ProblemNote error={error} onRetry={retry} />
    </>
  );
}

function Head({ need }: { readonly need: NeedFile | undefined }) {
  const names = useNames(need ? [need.personId] : []);
  if (!need)
    return (
      <PageHead title="Suivi d’un besoin" under="Les mots de la personne et les notes restent au CCAS." />
    );
  const person = names?.get(need.personId);
  return (
    <PageHead
      title={quoted(need.words)}
      over={
        person && (
          <Link to="/personnes/$personId" params={{ personId: person.keptId }} className="link">
            {fullName(person)}
          </Link>
        )
      }
    >
      <NeedActs need={need} />
    </PageHead>
  );
}
