import type { Entry } from '../app/entry';

export const messagesEntries: readonly Entry[] = [
  {
    to: '/messages',
    label: 'Messages',
    section: 'Moi',
    needs: ['list', 'message'],
    alsoKnownAs: 'avis notifications boîte',
  },
];
