import { professions } from '@passerelle/contracts';
import type { Place } from '../../api/answers/legal-access';
import { topicLabel } from '../../ccas/topics';
import { SelectField } from '../../ui/select-field';
import { lawTopics, type LawTopic } from '../law-words';
import type { FieldProps } from './field-props';
import { ManyChoices } from './many-choices';
import type { Profession } from './permanence-form';

interface WhereAndWhoProps extends FieldProps {
  readonly places: readonly Place[];
  readonly place: Place | undefined;
}

export function WhereAndWhoFields({ form, change, faults, places, place }: WhereAndWhoProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Lieu"
          value={form.placeId}
          onChange={(placeId) => change({ placeId, room: '' })}
          fault={faults.get('placeId')}
        >
          <option value="">Choisir un lieu</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {place && place.rooms.length > 0 && (
          <SelectField
            label="Salle"
            value={form.room}
            onChange={(room) => change({ room })}
            fault={faults.get('room')}
          >
            <option value="">Choisir une salle</option>
            {place.rooms.map((room) => (
              <option key={room} value={room}>
                {room}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label="Qui reçoit"
          value={form.profession}
          onChange={(profession) => change({ profession: profession as Profession })}
          fault={faults.get('profession')}
        >
          <option value="">Choisir</option>
          {Object.entries(professions).map(([profession, { label }]) => (
            <option key={profession} value={profession}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
      <ManyChoices
        label="Sujets traités"
        choices={lawTopics.map((topic) => [topic as LawTopic, topicLabel(topic)] as const)}
        chosen={form.topics}
        onChange={(topics) => change({ topics })}
        fault={faults.get('topics')}
      />
    </div>
  );
}
