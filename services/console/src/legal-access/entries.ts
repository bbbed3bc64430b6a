import type { Entry } from '../app/entry';

const section = 'Accès au droit';

export const legalAccessEntries: readonly Entry[] = [
  {
    to: '/acces-au-droit',
    label: 'À traiter',
    section,
    needs: ['record-attendance', 'request'],
    alsoKnownAs: 'accès au droit accueil présences demandes',
    onPhone: true,
    exact: true,
  },
  {
    to: '/acces-au-droit/dates',
    label: 'Trouver une date',
    section,
    needs: ['change-appointment', 'request'],
    alsoKnownAs: 'créneau libre téléphone rendez-vous réserver déplacer annuler',
    onPhone: true,
  },
  {
    to: '/acces-au-droit/agenda',
    label: 'Agenda de la semaine',
    section,
    needs: ['list', 'session'],
    alsoKnownAs: 'séances planning lieu avocat juriste',
    onPhone: true,
  },
  {
    to: '/acces-au-droit/liste',
    label: 'Liste du lendemain',
    section,
    needs: ['record-walk-in', 'session'],
    alsoKnownAs: 'imprimer accueil demain jour',
  },
  {
    to: '/acces-au-droit/sans-rendez-vous',
    label: 'Sans rendez-vous',
    section,
    needs: ['record-walk-in', 'session'],
    alsoKnownAs: 'accueil passage venue spontanée recevoir',
  },
  {
    to: '/acces-au-droit/attentes',
    label: 'Attentes par sujet',
    section,
    needs: ['list', 'demand'],
    alsoKnownAs: 'mjd partenaires seuil demande permanence',
  },
  {
    to: '/acces-au-droit/permanences',
    label: 'Permanences',
    section,
    needs: ['list', 'permanence'],
    alsoKnownAs: 'régulières ouvrir mettre fin',
  },
];
