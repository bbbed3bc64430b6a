import type { ReactNode } from 'react';
import { moment } from '../../ui/dates';
import { fieldOf, topicLabel, type Topic } from '../topics';
import { useOrientation } from './orientation';
import type { Orientation } from './within-reach';
import { guillemets } from '../../ui/guillemets';

interface OrientationPreviewProps {
  readonly topic: Topic;
  /** Why this topic, when the words said it. */
  readonly because?: readonly string[];
}

/** What will happen, before it is saved: to which service, why, and the next free date. */
export function OrientationPreview({ topic, because = [] }: OrientationPreviewProps) {
  const orientation = useOrientation(topic);
  const field = fieldOf(topic);
  return (
    <div role="status" className="rounded-s border border-line bg-sunken px-3.5 py-2.5 text-sm">
      <p>
        <b className="font-semibold">
          {field?.label} · {topicLabel(topic)}
        </b>
        {because.length > 0 && (
          <span className="text-ink-2"> : ses mots disent {because.map(guillemets).join(', ')}</span>
        )}
      </p>
      <div className="text-ink-2">
        {orientation ? <WhatFollows orientation={orientation} /> : 'Recherche d’une date…'}
      </div>
    </div>
  );
}

function WhatFollows({ orientation }: { readonly orientation: Orientation }): ReactNode {
  switch (orientation.kind) {
    case 'unserved':
      return `Aucun service ne suit encore ce domaine (${orientation.fieldLabel}) : le besoin attend au CCAS, il n’expire pas.`;
    case 'free': {
      const { startsAt, placeName, professionLabel } = orientation.slot;
      return (
        <>
          Prochaine date libre :{' '}
          <b className="font-semibold text-ink">
            {moment(startsAt)}, {placeName}
          </b>{' '}
          ({professionLabel.toLowerCase()}). Le rendez-vous est pris à l’enregistrement.
        </>
      );
    }
    case 'waits':
      return waitSentence(orientation);
  }
}

function waitSentence({ demand, later }: Extract<Orientation, { kind: 'waits' }>): string {
  const others = demand?.waitingCount ?? 0;
  const date = later
    ? `La première date libre est ${moment(later.startsAt)}.`
    : 'Aucune date libre pour le moment.';
  const wait =
    others === 0
      ? 'La personne sera la première à attendre ce sujet'
      : `${others} ${others > 1 ? 'personnes attendent' : 'personne attend'} déjà`;
  const threshold = demand ? ` ; à ${demand.threshold}, une permanence est demandée à un partenaire` : '';
  return `${date} ${wait}${threshold}. Réponse promise sous 30 jours.`;
}
