import { Link } from '@tanstack/react-router';
import type { Access } from '../../api/answers/administration';
import { roleName } from '../../app/role-names';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { shortMoment } from '../../ui/dates';
import { Table, type Column } from '../../ui/table';
import type { AccessFilters } from './access-filters';
import { fileWords, readerName, reasonWords } from './access-words';

interface AccessTableProps {
  readonly accesses: readonly Access[];
  readonly filters: AccessFilters;
  /** On the page of one person, whose name is the title. */
  readonly ofOnePerson?: boolean;
}

export function AccessTable({ accesses, filters, ofOnePerson = false }: AccessTableProps) {
  const names = useNames(ofOnePerson ? [] : accesses.flatMap(({ personId }) => personId ?? []));
  const person: Column<Access> = {
    title: 'Personne',
    cell: ({ personId }) => personId !== undefined && <PersonName personId={personId} names={names} />,
  };
  return (
    <Table
      caption="Lectures de dossiers"
      rows={accesses}
      rowKey={({ service, id }) => `${service} ${id}`}
      columns={[
        { title: 'Quand', cell: ({ at }) => <time dateTime={at}>{shortMoment(at)}</time> },
        { title: 'Agent', cell: (access) => <Reader access={access} filters={filters} /> },
        ...(ofOnePerson ? [] : [person]),
        { title: 'Dossier', cell: (access) => <File access={access} /> },
      ]}
    />
  );
}

/** Leads to everything that this agent read, with the other filters kept. */
function Reader({ access, filters }: { readonly access: Access; readonly filters: AccessFilters }) {
  return (
    <>
      <Link
        to="/lectures"
        search={{ ...filters, agent: access.actor }}
        data-row-link
        className="font-semibold hover:underline"
      >
        {readerName(access)}
      </Link>
      <div className="text-xs text-ink-3">{access.roles.map(roleName).join(', ')}</div>
    </>
  );
}

function File({ access }: { readonly access: Access }) {
  return (
    <>
      {fileWords(access)}
      <div className="text-xs text-ink-3">
        {access.serviceTitle}, {reasonWords(access)}
      </div>
    </>
  );
}
