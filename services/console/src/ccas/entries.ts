import type { Entry } from '../app/entry';

export const ccasEntries: readonly Entry[] = [
  {
    to: '/ccas',
    label: 'À traiter',
    section: 'CCAS',
    needs: ['list', 'need'],
    alsoKnownAs: 'accueil ccas attente orienter',
    onPhone: true,
    exact: true,
  },
  {
    to: '/ccas/noter',
    label: 'Noter un besoin',
    short: 'Noter',
    section: 'CCAS',
    needs: ['identify', 'need'],
    alsoKnownAs: 'recevoir accueil nouveau',
    onPhone: true,
  },
  {
    to: '/ccas/classer',
    label: 'Classer',
    section: 'CCAS',
    needs: ['change', 'need'],
    alsoKnownAs: 'sujet à classer',
  },
  {
    to: '/ccas/besoins',
    label: 'Tous les besoins',
    short: 'Besoins',
    section: 'CCAS',
    needs: ['list', 'need'],
    alsoKnownAs: 'liste export csv filtrer suivi',
    onPhone: true,
  },
  {
    to: '/ccas/charge',
    label: 'Charge par travailleur social',
    section: 'CCAS',
    needs: ['hand-over', 'need'],
    alsoKnownAs: 'équipe répartir confier absence collègue',
  },
];
