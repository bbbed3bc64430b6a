import type { Access } from '../../api/answers/administration';

const files: Readonly<Record<string, string>> = {
  person: 'Fiche de la personne',
  need: 'Besoin et ses notes',
  'legal-access-request': 'Demande à l’accès au droit',
};

const reasons: Readonly<Record<string, string>> = {
  'open-file': 'dossier ouvert',
  'open-timeline': 'historique ouvert',
  'phone-list': 'liste des personnes à appeler',
  'in-person-list': 'liste des personnes à prévenir de vive voix',
  letter: 'courrier préparé',
  export: 'copie de ses données préparée',
};

export const fileWords = ({ subject }: Access): string => files[subject] ?? 'Autre dossier';
export const reasonWords = ({ why }: Access): string => reasons[why] ?? why;
/** An account that is gone keeps the name that it had that day. */
export const readerName = ({ actorName, actor }: Access): string => actorName ?? actor;
