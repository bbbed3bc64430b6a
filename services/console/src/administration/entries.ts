import type { Entry } from '../app/entry';

export const administrationEntries: readonly Entry[] = [
  {
    to: '/administration/evenements',
    label: 'Événements en attente',
    short: 'Événements',
    section: 'Administration',
    needs: ['list', 'parked-event'],
    alsoKnownAs: 'panne rejouer écarter mis de côté',
    onPhone: true,
  },
  {
    to: '/envois',
    label: 'Envois',
    section: 'Administration',
    needs: ['list', 'delivery'],
    alsoKnownAs: 'mails courriers parti réessayer',
    onPhone: true,
  },
  {
    to: '/lectures',
    label: 'Qui a lu quoi',
    section: 'Administration',
    needs: ['list', 'access-log'],
    alsoKnownAs: 'journal accès lectures dossiers traçabilité',
  },
];
