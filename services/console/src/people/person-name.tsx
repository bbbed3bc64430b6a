import { Link } from '@tanstack/react-router';
import { longDay } from '../ui/dates';
import type { NamedPerson } from '../api/answers/people';

export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

interface PersonNameProps {
  readonly personId: string;
  readonly names: ReadonlyMap<string, NamedPerson> | undefined;
}

/** A name that leads to the person's page, with the date that tells namesakes apart. */
export function PersonName({ personId, names }: PersonNameProps) {
  const person = names?.get(personId);
  if (!person) return <span className="text-ink-3">{names ? 'Personne absente de l’annuaire' : '…'}</span>;
  return (
    <>
      <Link
        to="/personnes/$personId"
        params={{ personId: person.keptId }}
        className="font-semibold hover:underline"
      >
        {fullName(person)}
      </Link>
      {person.birthDate !== undefined && (
        <div className="text-xs text-ink-3 md:whitespace-nowrap">{longDay(person.birthDate)}</div>
      )}
    </>
  );
}
