import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { Checkbox } from '../../ui/checkbox';
import { SelectField } from '../../ui/select-field';
import { statuses, statusWords } from '../need-words';
import { TopicOptions } from '../topic-options';
import { fieldLabel, fieldWords } from '../topics';
import { workerName } from '../workers/worker-words';
import { useWorkers } from '../workers/workers';
import { needFilters, type NeedFilters } from './need-filters';

/** Filters write the address, and the address is read: going back undoes a filter. */
export function NeedFilterBar({ filters }: { readonly filters: NeedFilters }) {
  const navigate = useNavigate();
  const set = (part: Record<string, string>) => {
    const chosen = needFilters({ ...filters, page: undefined, ...part });
    void navigate({ to: '/ccas/besoins', search: chosen });
  };
  return (
    <search
      aria-label="Filtrer les besoins"
      className="no-print mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:flex sm:flex-wrap"
    >
      <SelectField compact label="État" value={filters.etat ?? ''} onChange={(etat) => set({ etat })}>
        <option value="">Tous les ouverts</option>
        {statusWords.map((status) => (
          <option key={status} value={status}>
            {statuses[status].label}
          </option>
        ))}
      </SelectField>
      <SelectField
        compact
        label="Domaine"
        value={filters.domaine ?? ''}
        onChange={(domaine) => set({ domaine })}
      >
        <option value="">Tous les domaines</option>
        {fieldWords.map((field) => (
          <option key={field} value={field}>
            {fieldLabel(field)}
          </option>
        ))}
      </SelectField>
      <SelectField compact label="Sujet" value={filters.sujet ?? ''} onChange={(sujet) => set({ sujet })}>
        <TopicOptions empty="Tous les sujets" />
      </SelectField>
      <FollowedBy value={filters.suivi ?? ''} onChange={(suivi) => set({ suivi })} />
      <div className="flex flex-wrap gap-x-4 gap-y-1 pb-1.5">
        <Checkbox
          isSelected={filters.urgent === 'oui'}
          onChange={(urgent) => set({ urgent: urgent ? 'oui' : '' })}
        >
          Urgents
        </Checkbox>
      </div>
    </search>
  );
}

interface FollowedByProps {
  readonly value: string;
  readonly onChange: (worker: string) => void;
}

/** Oneself first; then colleagues by name. An address may name somebody who follows nothing any more. */
function FollowedBy({ value, onChange }: FollowedByProps) {
  const { sub } = useSession();
  const workers = useWorkers().data?.items ?? [];
  const others = workers
    .filter(({ id }) => id !== sub)
    .sort((one, other) => workerName(one).localeCompare(workerName(other), 'fr'));
  const isKnown = value === '' || value === 'moi' || others.some(({ id }) => id === value);
  return (
    <SelectField compact label="Suivi par" value={value === sub ? 'moi' : value} onChange={onChange}>
      <option value="">Tous</option>
      <option value="moi">Moi</option>
      {others.map((worker) => (
        <option key={worker.id} value={worker.id}>
          {workerName(worker)}
        </option>
      ))}
      {!isKnown && value !== sub && <option value={value}>{workerName(undefined)}</option>}
    </SelectField>
  );
}
