import type { PersonPage } from '../../api/answers/people';
import type { ContactWay } from '../../api/answers/referrals';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';
import { isCautious, type Draft } from './refer-draft';

const ways: readonly (readonly [ContactWay, string])[] = [
  ['direct', 'Le partenaire la joint lui-même'],
  ['through-ccas', 'Le partenaire passe par le CCAS'],
];

interface LetterFieldsProps {
  readonly person: PersonPage;
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly faults: ReadonlyMap<string, string>;
}

/** What leaves the town, in full view: the worker's words, and how the person is reached. */
export function LetterFields({ person, draft, set, faults }: LetterFieldsProps) {
  return (
    <>
      <TextField
        label="Votre message"
        hint="Le moins possible : ce qui l’aide à répondre, rien sur la santé. Ni vos notes ni les mots de la personne ne sont transmis."
        rows={5}
        isRequired
        value={draft.message}
        onChange={(message) => set({ message })}
        fault={faults.get('message')}
      />
      {isCautious(person) && (
        <p className="rounded-s bg-warn-bg px-3.5 py-2 text-warn">
          La personne a demandé un contact prudent : passez par le CCAS, sauf si elle préfère autrement.
        </p>
      )}
      <RadioGroup
        label="Comment joindre la personne"
        value={draft.contactWay}
        onChange={(contactWay) => set({ contactWay })}
        choices={ways}
      />
      {draft.contactWay === 'direct' && (
        <TextField
          label="Son nom et son numéro, pour le partenaire"
          hint="Seulement ce qu’il faut pour la joindre."
          isRequired
          value={draft.contact}
          onChange={(contact) => set({ contact })}
          fault={faults.get('contact')}
        />
      )}
    </>
  );
}
