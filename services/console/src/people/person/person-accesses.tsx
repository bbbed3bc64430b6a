import { Link } from '@tanstack/react-router';
import { AccessTable } from '../../administration/access-log/access-table';
import { useAccesses } from '../../administration/access-log/accesses';
import { MissingServices } from '../../administration/missing-services';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';

const latest = 20;

/** Who looked at this person's files lately, for who answers for it. */
export function PersonAccesses({ personId }: { readonly personId: string }) {
  const filters = { personne: personId };
  const { list } = useAccesses(filters, latest);
  const items = list.data?.items ?? [];
  return (
    <div>
      <MissingServices titles={list.data?.missing ?? []} />
      <Listed
        title="Qui a lu ce dossier"
        asked={list}
        isEmpty={items.length === 0}
        empty={<EmptyState title="Personne n’a encore ouvert ce dossier" />}
      >
        <AccessTable accesses={items} filters={filters} ofOnePerson />
        {(list.data?.total ?? 0) > items.length && (
          <p className="px-4 py-3">
            <Link to="/lectures" search={filters} className="link">
              Toutes les lectures
            </Link>
          </p>
        )}
      </Listed>
    </div>
  );
}
