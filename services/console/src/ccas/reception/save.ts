import type { Need } from '../../api/answers/needs';
import type { PersonFile, PersonPage } from '../../api/answers/people';
import { answer, api, read } from '../../api/client';
import type { Draft, NeedDraft, PersonForm } from './draft';

export interface Saved {
  readonly person: PersonFile;
  readonly needs: readonly Need[];
}

/** The ids were made with the form: whatever failed half-way, sending it all again finishes it, and doubles nothing. */
export async function save(draft: Draft): Promise<Saved> {
  const person = await personOf(draft);
  const { consent } = draft;
  if (consent !== undefined && person.consents['share-with-partners'].answer !== consent) {
    await answer(
      api.POST('/api/people/persons/{id}/consents', {
        params: { path: { id: person.id } },
        body: { version: person.version, purpose: 'share-with-partners', answer: consent },
      }),
    );
  }
  const needs: Need[] = [];
  for (const need of draft.needs) needs.push(await identify(draft, need, person));
  return { person, needs };
}

function personOf({ person, newPersonId }: Draft): Promise<PersonFile> {
  if (person.kind === 'known') return readPerson(person.id, true);
  if (person.kind === 'none') throw new Error('A form without a person was sent');
  const body = { id: newPersonId, ...filled(person.form), lookalikesSeen: [...person.seen] };
  return answer<PersonFile>(api.POST('/api/people/persons', { body }));
}

export const readPerson = (id: string, forCommand = false) =>
  read<PersonPage>('/api/people/persons/{id}', { path: { id }, forCommand });

/** What was left empty is not sent: empty is unknown. */
export function filled({ firstName, lastName, ...rest }: PersonForm) {
  const given = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { firstName, lastName, ...(Object.fromEntries(given) as Partial<typeof rest>) };
}

function identify({ contactedOn }: Draft, need: NeedDraft, person: PersonFile): Promise<Need> {
  const { id, words, note, topic, urgent } = need;
  return answer<Need>(
    api.POST('/api/ccas/needs', {
      body: {
        id,
        personId: person.id,
        ...(words.trim() !== '' && { words }),
        ...(note.trim() !== '' && { note }),
        ...(topic !== '' && { topic }),
        urgency: urgent ? 'urgent' : 'normal',
        contactedOn,
        ...(person.district !== undefined && { district: person.district }),
        ...(person.ageBand !== 'unknown' && { ageBand: person.ageBand as '26-64' }),
      },
    }),
  );
}
