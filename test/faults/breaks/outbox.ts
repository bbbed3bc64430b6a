import type { Break } from './break';

export const outbox: Break = {
  what: 'an entry is marked as published before it is sent',
  changes: [
    {
      file: 'relay/relay.ts',
      from: `await this.send(producer, batch, fence);
    for (const { _id } of batch) this.sent.push(_id);`,
      to: `for (const { _id } of batch) this.sent.push(_id);
    await this.mark('majority');
    await this.send(producer, batch, fence);`,
    },
  ],
  hurtBy: ['after the transaction, before the publish'],
};
