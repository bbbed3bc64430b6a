import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { parisToday } from '../../ui/dates';
import { SelectField } from '../../ui/select-field';
import { fieldClass } from '../../ui/text-field';
import { topicLabel } from '../../ccas/topics';
import { lawTopics } from '../law-words';
import { usePlaces } from '../reads';
import { datesSearch, type DatesSearch } from './dates-search';

interface DatesFilterProps {
  readonly search: DatesSearch;
  readonly topic: string | undefined;
  /** The topic is the one of the chosen person. */
  readonly fixed: boolean;
}

export function DatesFilter({ search, topic, fixed }: DatesFilterProps) {
  const navigate = useNavigate();
  const dayId = useId();
  const places = usePlaces().data?.items ?? [];
  const set = (part: Record<string, string>) =>
    void navigate({ to: '/acces-au-droit/dates', search: datesSearch({ ...search, ...part }) });
  return (
    <search aria-label="Chercher une date" className="no-print mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      {fixed ? null : (
        <SelectField compact label="Sujet" value={topic ?? ''} onChange={(sujet) => set({ sujet })}>
          <option value="">Choisir un sujet</option>
          {lawTopics.map((one) => (
            <option key={one} value={one}>
              {topicLabel(one)}
            </option>
          ))}
        </SelectField>
      )}
      <div className="flex flex-col gap-1">
        <label htmlFor={dayId} className="text-xs text-ink-3">
          À partir du
        </label>
        <input
          id={dayId}
          type="date"
          min={parisToday()}
          className={`${fieldClass} min-h-9 text-sm`}
          value={search.des ?? ''}
          onChange={(event) => set({ des: event.target.value })}
        />
      </div>
      <SelectField compact label="Lieu" value={search.endroit ?? ''} onChange={(endroit) => set({ endroit })}>
        <option value="">Tous les lieux</option>
        {places.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
    </search>
  );
}
