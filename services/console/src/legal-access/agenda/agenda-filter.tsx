import { Link, useNavigate } from '@tanstack/react-router';
import { chipClass, FilterChips } from '../../ui/filter-chips';
import { SelectField } from '../../ui/select-field';
import { agendaSearch, type AgendaSearch } from './agenda-search';
import type { Agenda } from './week';

interface AgendaFilterProps {
  readonly search: AgendaSearch;
  readonly agendas: readonly Agenda[];
}

export function AgendaFilter({ search, agendas }: AgendaFilterProps) {
  const navigate = useNavigate();
  const byProfession = search.par === 'professionnel';
  const other = { ...search, qui: undefined, ouvrir: undefined };
  const chip = (label: string, par: AgendaSearch['par']) => (
    <Link
      to="/acces-au-droit/agenda"
      search={{ ...other, par }}
      activeOptions={{ exact: true }}
      aria-current={search.par === par ? 'true' : undefined}
      className={chipClass}
    >
      {label}
    </Link>
  );
  return (
    <div className="no-print mb-3 flex flex-wrap items-end gap-x-5 gap-y-1">
      <FilterChips label="Agenda">
        {chip('Par lieu', undefined)}
        {chip('Par professionnel', 'professionnel')}
      </FilterChips>
      <div className="pb-3">
        <SelectField
          compact
          label={byProfession ? 'Professionnel' : 'Lieu'}
          value={search.qui ?? ''}
          onChange={(qui) =>
            void navigate({
              to: '/acces-au-droit/agenda',
              search: agendaSearch({ ...search, ouvrir: undefined, qui }),
            })
          }
        >
          <option value="">{byProfession ? 'Tous les professionnels' : 'Tous les lieux'}</option>
          {agendas.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </SelectField>
      </div>
    </div>
  );
}
