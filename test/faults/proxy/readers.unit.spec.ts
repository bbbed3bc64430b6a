import { mongo } from 'mongoose';
import { kafkaProtocol } from './kafka';
import { mongoProtocol } from './mongo';
import { smtpProtocol } from './smtp';

const opMsg = 2013;

/** As a driver writes it: a header, flags, and the command as the one section. */
function mongoMessage(command: object, ids: { requestId?: number; responseTo?: number } = {}): Buffer {
  const document = mongo.BSON.serialize(command);
  const message = Buffer.concat([Buffer.alloc(21), document]);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(ids.requestId ?? 0, 4);
  message.writeInt32LE(ids.responseTo ?? 0, 8);
  message.writeInt32LE(opMsg, 12);
  return message;
}

function kafkaRequest(api: number, correlation: number): Buffer {
  const message = Buffer.alloc(20);
  message.writeInt32BE(16, 0);
  message.writeInt16BE(api, 4);
  message.writeInt32BE(correlation, 8);
  return message;
}

function kafkaAnswer(correlation: number): Buffer {
  const message = Buffer.alloc(12);
  message.writeInt32BE(8, 0);
  message.writeInt32BE(correlation, 4);
  return message;
}

describe('what the proxy recognises', () => {
  it('knows a command of MongoDB, its collection and its transaction', () => {
    const reader = mongoProtocol.reader();
    const lsid = { id: new mongo.BSON.UUID('00112233-4455-6677-8899-aabbccddeeff') };
    const transaction = { lsid, txnNumber: mongo.BSON.Long.fromNumber(7), autocommit: false };
    const seen = reader.request(mongoMessage({ update: 'inbox', ...transaction, $db: 'faults-ccas' }));
    expect(seen).toMatchObject({ way: 'request', what: 'update', collection: 'inbox' });
    const commit = reader.request(
      mongoMessage({ commitTransaction: 1, ...transaction, $db: 'admin' }, { requestId: 5 }),
    );
    expect(commit).toMatchObject({ what: 'commitTransaction' });
    expect(commit?.collection).toBeUndefined();
    expect(commit?.transaction?.()).toBe(seen?.transaction?.());
    expect(reader.answer(mongoMessage({ ok: 1 }, { responseTo: 4 }))).toBeUndefined();
    expect(reader.answer(mongoMessage({ ok: 1 }, { responseTo: 5 }))).toMatchObject({
      way: 'answer',
      what: 'commitTransaction',
    });
  });

  it('tells transactions of one session apart', () => {
    const reader = mongoProtocol.reader();
    const lsid = { id: new mongo.BSON.UUID('00112233-4455-6677-8899-aabbccddeeff') };
    const [one, two] = [7, 8].map((number) =>
      reader.request(
        mongoMessage({ commitTransaction: 1, lsid, txnNumber: mongo.BSON.Long.fromNumber(number) }),
      ),
    );
    expect(one?.transaction?.()).not.toBe(two?.transaction?.());
    expect(reader.request(mongoMessage({ ping: 1, lsid }))?.transaction?.()).toBeUndefined();
  });

  it('knows a request of Kafka, and which one an answer answers', () => {
    const reader = kafkaProtocol.reader();
    expect(reader.request(kafkaRequest(0, 11))).toEqual({ way: 'request', what: 'Produce' });
    expect(reader.request(kafkaRequest(8, 12))).toEqual({ way: 'request', what: 'OffsetCommit' });
    expect(reader.request(kafkaRequest(3, 13))).toBeUndefined();
    expect(reader.answer(kafkaAnswer(12))).toEqual({ way: 'answer', what: 'OffsetCommit' });
    expect(reader.answer(kafkaAnswer(11))).toEqual({ way: 'answer', what: 'Produce' });
    expect(reader.answer(kafkaAnswer(13))).toBeUndefined();
  });

  it('knows that the mail server has a mail, among its other answers', () => {
    const reader = smtpProtocol.reader();
    const answers = [
      '220 hello',
      '250-hello',
      '250 hello',
      '250 sender',
      '250 reader',
      '354 go on',
      '250 taken',
    ];
    expect(answers.map((line) => reader.answer(Buffer.from(`${line}\r\n`))?.what)).toEqual([
      ...Array.from({ length: 6 }, () => undefined),
      'mail taken',
    ]);
  });
});
