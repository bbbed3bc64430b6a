import { mongo } from 'mongoose';
import { mongoFraming } from './framing';
import type { Protocol, Reader, Seen } from './seen';

const opMsg = 2013;
/** After the header and the flags: the kind of the first section, its document, and there, after a length, its first element. */
const [bodyKind, body, firstElement] = [20, 21, 25];
const stringElement = 2;

export const mongoProtocol: Protocol = { framing: mongoFraming, reader: mongoReader };

function mongoReader(): Reader {
  const asked = new Map<number, Seen>();
  return {
    request(message) {
      const seen = commandOf(message);
      if (seen) asked.set(message.readInt32LE(4), seen);
      return seen;
    },
    answer(message) {
      const answered = message.readInt32LE(8);
      const request = asked.get(answered);
      asked.delete(answered);
      return request && { ...request, way: 'answer' };
    },
  };
}

/** The command is the name of the first element; its value is the collection, when it is a text. */
function commandOf(message: Buffer): Seen | undefined {
  if (message.length < firstElement + 3 || message.readInt32LE(12) !== opMsg) return undefined;
  if (message[bodyKind] !== 0) return undefined;
  const nameEnd = message.indexOf(0, firstElement + 1);
  const what = message.toString('latin1', firstElement + 1, nameEnd);
  return {
    way: 'request',
    what,
    ...(message[firstElement] === stringElement && { collection: textAt(message, nameEnd + 1) }),
    transaction: () => transactionOf(message),
  };
}

function textAt(message: Buffer, at: number): string {
  const length = message.readInt32LE(at);
  return message.toString('utf8', at + 4, at + 4 + length - 1);
}

function transactionOf(message: Buffer): string | undefined {
  const command = mongo.BSON.deserialize(message.subarray(body, body + message.readInt32LE(body)));
  const { lsid, txnNumber } = command as { lsid?: { id: mongo.BSON.Binary }; txnNumber?: unknown };
  return lsid && txnNumber !== undefined ? `${lsid.id.toString('hex')} ${String(txnNumber)}` : undefined;
}
