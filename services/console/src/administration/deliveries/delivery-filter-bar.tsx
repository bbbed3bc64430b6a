import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../app/session';
import { PersonFilter } from '../../people/person-filter';
import { SelectField } from '../../ui/select-field';
import { deliveryFilters, type DeliveryFilters } from './delivery-filters';
import { deliveryStates, states } from './delivery-words';

export function DeliveryFilterBar({ filters }: { readonly filters: DeliveryFilters }) {
  const navigate = useNavigate();
  const may = useMay();
  const set = (part: Record<string, string | undefined>) =>
    void navigate({ to: '/envois', search: deliveryFilters({ ...filters, page: undefined, ...part }) });
  return (
    <search
      aria-label="Filtrer les envois"
      className="no-print mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:flex sm:flex-wrap"
    >
      <SelectField compact label="État" value={filters.etat ?? ''} onChange={(etat) => set({ etat })}>
        <option value="">Tous</option>
        {deliveryStates.map((state) => (
          <option key={state} value={state}>
            {states[state][0]}
          </option>
        ))}
      </SelectField>
      {may('find', 'person') && (
        <PersonFilter personId={filters.personne} onChange={(personne) => set({ personne })} />
      )}
    </search>
  );
}
