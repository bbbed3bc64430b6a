import type { Break } from './break';

export const inbox: Break = {
  what: 'nothing is remembered: every event is new, however often it comes',
  changes: [
    {
      file: 'consumer/inbox.ts',
      from: `if (found && event.sequence <= found.last) return 'seen';`,
      to: '',
    },
    {
      file: 'consumer/inbox.ts',
      from: `{ _id, last: { $lt: event.sequence }, blocked: { $ne: true } },
      { $set: { last: event.sequence } },`,
      to: `{ _id },
      { $max: { last: event.sequence } },`,
    },
  ],
  hurtBy: ['after the publish, before the mark', 'after the effect, before the offset'],
};
