import type { Entry } from '../app/entry';

export const messagesEntries: readonly Entry[] = [
  {
    to: '/messages',
    label: 'Messages',
    section: 'Moi',
    needs: ['list', 'message'],
    alsoKnownAs: 'avis notifications boîte',
  },
  {
    to: '/preferences',
    label: 'Mes préférences',
    section: 'Moi',
    needs: ['read', 'mail-preference'],
    alsoKnownAs: 'mail résumé réglages notifications',
  },
];
