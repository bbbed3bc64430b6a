import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { LegalRequest } from '../../api/answers/legal-access';
import type { NamedPerson } from '../../api/answers/people';
import { useNames } from '../../people/names';
import { fullName } from '../../people/person-name';
import { Card } from '../../ui/card';
import { longDay } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { fieldClass, labelClass } from '../../ui/text-field';
import { whereItIs } from '../law-words';
import { useRequests } from '../reads';
import type { DatesSearch } from './dates-search';

const shownAtMost = 12;

/** Who is on the phone: who waits first, then who has an appointment to move or to cancel. */
export function PickRequest({ search }: { readonly search: DatesSearch }) {
  const [typed, setTyped] = useState('');
  const fieldId = useId();
  const { requests, error, retry } = useOpenRequests(search.sujet);
  const names = useNames(requests?.map(({ personId }) => personId) ?? []);
  return (
    <Card title="Pour qui">
      <div className="flex flex-col gap-1">
        <label htmlFor={fieldId} className={labelClass}>
          Nom de la personne
        </label>
        <input
          id={fieldId}
          type="search"
          autoComplete="off"
          className={fieldClass}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="mt-3">
        {error && <ProblemNote error={error} onRetry={retry} />}
        {!requests && !error && <Loading lines={3} />}
        {requests && (
          <Found
            requests={requests.filter(({ personId }) => isCalled(names?.get(personId), typed))}
            names={names}
            search={search}
            typed={typed}
          />
        )}
      </div>
    </Card>
  );
}

function useOpenRequests(topic: string | undefined) {
  const waiting = useRequests('waiting', topic);
  const placed = useRequests('placed', topic);
  return {
    requests: waiting.data && placed.data && [...waiting.data.items, ...placed.data.items],
    error: waiting.error ?? placed.error,
    retry: () => void Promise.all([waiting.refetch(), placed.refetch()]),
  };
}

interface FoundProps {
  readonly requests: readonly LegalRequest[];
  readonly names: ReadonlyMap<string, NamedPerson> | undefined;
  readonly search: DatesSearch;
  readonly typed: string;
}

function Found({ requests, names, search, typed }: FoundProps) {
  if (requests.length === 0) {
    return (
      <EmptyState title={typed === '' ? 'Aucune demande en cours' : 'Aucune demande à ce nom'}>
        {typed !== '' && 'Cherchez la personne avec Ctrl + K, puis notez son besoin.'}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Demandes en cours" className="flex flex-col divide-y divide-line">
        {requests.slice(0, shownAtMost).map((request) => {
          const person = names?.get(request.personId);
          return (
            <li key={request.needId} className="py-2">
              <Link
                to="/acces-au-droit/dates"
                search={{ ...search, pour: request.needId }}
                className="font-semibold hover:underline"
              >
                {person ? fullName(person) : '…'}
              </Link>
              {person?.birthDate !== undefined && (
                <span className="text-xs text-ink-3"> {longDay(person.birthDate)}</span>
              )}
              <div className="text-xs text-ink-2">
                {request.topicLabel} · {whereItIs(request)}
              </div>
            </li>
          );
        })}
      </ul>
      {requests.length > shownAtMost && (
        <p className="mt-2 text-xs text-ink-3">
          Et {requests.length - shownAtMost} autres : tapez quelques lettres du nom.
        </p>
      )}
    </>
  );
}

/** Accents and capitals are forgiven; each word typed is somewhere in the name. */
export function isCalled(person: NamedPerson | undefined, typed: string): boolean {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  if (!person) return false;
  const name = plain(fullName(person));
  return words.every((word) => name.includes(word));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
