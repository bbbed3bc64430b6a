import { useNavigate } from '@tanstack/react-router';
import { usePartners } from '../../partners/partners';
import { Checkbox } from '../../ui/checkbox';
import { SelectField } from '../../ui/select-field';
import { referralStatuses, referralStatusWords } from '../referral/referral-words';
import { TopicOptions } from '../topic-options';
import { referralFilters, type ReferralFilters } from './referral-filters';

/** Filters write the address, and the address is read: going back undoes a filter. */
export function ReferralFilterBar({ filters }: { readonly filters: ReferralFilters }) {
  const navigate = useNavigate();
  const partners = usePartners().data?.items ?? [];
  const set = (part: Record<string, string>) => {
    const chosen = referralFilters({ ...filters, page: undefined, ...part });
    void navigate({ to: '/ccas/partenaires', search: chosen });
  };
  return (
    <search
      aria-label="Filtrer les orientations"
      className="no-print mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:flex sm:flex-wrap"
    >
      <SelectField compact label="État" value={filters.etat ?? ''} onChange={(etat) => set({ etat })}>
        <option value="">Toutes celles en cours</option>
        {referralStatusWords.map((status) => (
          <option key={status} value={status}>
            {referralStatuses[status].label}
          </option>
        ))}
      </SelectField>
      <SelectField compact label="Partenaire" value={filters.chez ?? ''} onChange={(chez) => set({ chez })}>
        <option value="">Tous les partenaires</option>
        {partners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField compact label="Sujet" value={filters.sujet ?? ''} onChange={(sujet) => set({ sujet })}>
        <TopicOptions empty="Tous les sujets" />
      </SelectField>
      <div className="pb-1.5">
        <Checkbox isSelected={filters.suivi === 'moi'} onChange={(mine) => set({ suivi: mine ? 'moi' : '' })}>
          Envoyées par moi
        </Checkbox>
      </div>
    </search>
  );
}
