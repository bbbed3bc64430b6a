import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { keys } from '../../api/keys';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { fullName } from '../person-name';
import { EditForm } from './edit-form';
import { readFile } from './save-person';

const route = getRouteApi('/personnes/$personId/modifier');

/** Corrects a file. The journal says which fields changed, never to what. */
export function EditPersonPage() {
  const { personId } = route.useParams();
  const {
    data: person,
    error,
    refetch,
  } = useQuery({
    queryKey: keys.person(personId),
    queryFn: () => readFile(personId),
  });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead
        title="Modifier la fiche"
        over={
          <Link to="/personnes/$personId" params={{ personId }} className="link">
            {person ? fullName(person) : 'La personne'}
          </Link>
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!person && !error && <Loading />}
      {person && person.status === 'merged' && (
        <p className="rounded-s bg-info-bg px-4 py-2.5 text-info">
          Cette fiche a été réunie avec une autre : c’est la fiche gardée qui se modifie.{' '}
          <Link
            to="/personnes/$personId/modifier"
            params={{ personId: person.keptId }}
            className="link font-medium"
          >
            Modifier la fiche gardée
          </Link>
        </p>
      )}
      {person && person.status !== 'merged' && <EditForm key={person.id} person={person} />}
    </div>
  );
}
