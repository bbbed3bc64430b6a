import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { List } from '../../api/answers/list';
import type { PersonFile, PersonPage, PersonTimelineLine } from '../../api/answers/people';
import { answer, api, read } from '../../api/client';
import { keys } from '../../api/keys';
import { Problem } from '../../api/problem';
import { changeOf, draftOf, type PersonDraft } from './person-draft';

const path = (id: string) => ({ path: { id } });

export const readFile = (id: string) => read<PersonPage>('/api/people/persons/{id}', path(id));

export function save(
  id: string,
  version: number,
  before: PersonDraft,
  draft: PersonDraft,
): Promise<PersonFile> {
  const body = { version, ...changeOf(before, draft) };
  return answer<PersonFile>(api.PATCH('/api/people/persons/{id}', { params: path(id), body }));
}

export interface Outdated {
  readonly file: PersonPage;
  readonly by: string | undefined;
}
export type Saved = { readonly file: PersonFile } | { readonly outdated: Outdated };

/** Saves, or tells what a colleague saved first: that is an answer, not a failure. */
export async function saveOrMeet(
  id: string,
  version: number,
  before: PersonDraft,
  draft: PersonDraft,
): Promise<Saved> {
  try {
    return { file: await save(id, version, before, draft) };
  } catch (error) {
    if (!(error instanceof Problem) || error.refused !== 'StaleVersion') throw error;
    const [file, by] = await Promise.all([readFile(id), lastToChange(id)]);
    return { outdated: { file, by } };
  }
}

async function lastToChange(id: string): Promise<string | undefined> {
  const { items } = await read<Pick<List<PersonTimelineLine>, 'items'>>(
    '/api/people/persons/{id}/timeline',
    path(id),
  );
  return items.findLast(({ type }) => type === 'DetailsChanged')?.actorName;
}

/** Puts the file back as it was, unless somebody changed it again since: then it is theirs to decide. */
export function undoing(before: PersonDraft, after: PersonFile): () => Promise<unknown> {
  return () => save(after.id, after.version, draftOf(after), before);
}

export function useSavePerson(onSaved: (saved: Saved, draft: PersonDraft) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, before, draft }: SaveInput) => saveOrMeet(id, version, before, draft),
    onSuccess: (saved, { draft }) => onSaved(saved, draft),
    onSettled: () => client.invalidateQueries({ queryKey: keys.persons }),
  });
}

interface SaveInput {
  readonly id: string;
  readonly version: number;
  readonly before: PersonDraft;
  readonly draft: PersonDraft;
}
