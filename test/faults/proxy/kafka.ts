import { kafkaFraming } from './framing';
import type { Protocol, Reader } from './seen';

/** The api keys that strikes are aimed at. */
const apis: Readonly<Record<number, string>> = {
  0: 'Produce',
  1: 'Fetch',
  8: 'OffsetCommit',
  11: 'JoinGroup',
  12: 'Heartbeat',
  14: 'SyncGroup',
};

export const kafkaProtocol: Protocol = { framing: kafkaFraming, reader: kafkaReader };

/** An answer carries only the correlation id of its request. */
function kafkaReader(): Reader {
  const asked = new Map<number, string>();
  return {
    request(message) {
      if (message.length < 12) return undefined;
      const what = apis[message.readInt16BE(4)];
      if (what === undefined) return undefined;
      asked.set(message.readInt32BE(8), what);
      return { way: 'request', what };
    },
    answer(message) {
      const correlation = message.readInt32BE(4);
      const what = asked.get(correlation);
      asked.delete(correlation);
      return what === undefined ? undefined : { way: 'answer', what };
    },
  };
}
