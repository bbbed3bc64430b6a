import { useNavigate } from '@tanstack/react-router';
import type { Access } from '../../api/answers/administration';
import { PersonFilter } from '../../people/person-filter';
import { DayField } from '../../ui/day-field';
import { SelectField } from '../../ui/select-field';
import { accessFilters, type AccessFilters } from './access-filters';
import { readerName } from './access-words';

interface AccessFilterBarProps {
  readonly filters: AccessFilters;
  /** Who is in the list: those to choose from. */
  readonly accesses: readonly Access[];
}

export function AccessFilterBar({ filters, accesses }: AccessFilterBarProps) {
  const navigate = useNavigate();
  const set = (part: Partial<Record<keyof AccessFilters, string | undefined>>) =>
    void navigate({ to: '/lectures', search: accessFilters({ ...filters, ...part }) });
  const readers = new Map(accesses.map((access) => [access.actor, readerName(access)]));
  if (filters.agent !== undefined && !readers.has(filters.agent)) readers.set(filters.agent, filters.agent);
  const byName = [...readers].sort(([, one], [, other]) => one.localeCompare(other, 'fr'));
  return (
    <search
      aria-label="Filtrer les lectures"
      className="no-print mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:flex sm:flex-wrap"
    >
      <PersonFilter personId={filters.personne} onChange={(personne) => set({ personne })} />
      <SelectField compact label="Agent" value={filters.agent ?? ''} onChange={(agent) => set({ agent })}>
        <option value="">Tous les agents</option>
        {byName.map(([sub, name]) => (
          <option key={sub} value={sub}>
            {name}
          </option>
        ))}
      </SelectField>
      <DayField label="Du" value={filters.du} onChange={(du) => set({ du })} />
      <DayField label="Au" value={filters.au} onChange={(au) => set({ au })} />
    </search>
  );
}
