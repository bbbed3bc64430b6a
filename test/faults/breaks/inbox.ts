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
      from: 'const filter = { _id, last: { $lt: event.sequence }, blocked: { $ne: true } };',
      to: 'const filter = { _id };',
    },
    {
      file: 'consumer/inbox.ts',
      from: 'const update = { $set: { last: event.sequence } };',
      to: 'const update = { $max: { last: event.sequence } };',
    },
  ],
  hurtBy: ['offsets forgotten'],
};
