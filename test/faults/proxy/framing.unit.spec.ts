import fc from 'fast-check';
import { kafkaFraming, lineFraming, mongoFraming } from './framing';

/** However the network cuts the stream, the same messages come out, and every byte of them. */
function cutAnyhow(whole: readonly Buffer[], framing: () => { push(chunk: Buffer): Buffer[] }): void {
  const stream = Buffer.concat(whole);
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (places) => {
      const cuts = [0, ...places.sort((a, b) => a - b), stream.length];
      const it = framing();
      const out = cuts.slice(1).flatMap((end, index) => it.push(stream.subarray(cuts[index], end)));
      expect(out).toEqual(whole);
    }),
  );
}

const mongo = (length: number) => {
  const message = Buffer.alloc(length, length);
  message.writeInt32LE(length, 0);
  return message;
};
const kafka = (length: number) => {
  const message = Buffer.alloc(length, length);
  message.writeInt32BE(length - 4, 0);
  return message;
};

describe('messages in a stream', () => {
  it('are cut by the length of MongoDB', () => cutAnyhow([mongo(16), mongo(300), mongo(17)], mongoFraming));

  it('are cut by the length of Kafka', () => cutAnyhow([kafka(8), kafka(200), kafka(9)], kafkaFraming));

  it('are lines in SMTP', () => {
    cutAnyhow([Buffer.from('250-a\r\n'), Buffer.from('250 b\r\n'), Buffer.from('\r\n')], lineFraming);
  });

  it('keeps what is not whole', () => {
    const framing = mongoFraming();
    expect(framing.push(mongo(40).subarray(0, 39))).toEqual([]);
    expect(framing.push(mongo(40).subarray(39))).toEqual([mongo(40)]);
  });

  it('refuses a stream that is not of the protocol', () => {
    expect(() => mongoFraming().push(Buffer.alloc(16))).toThrow('0 bytes');
    expect(() => kafkaFraming().push(Buffer.from('GET / HTTP/1.1'))).toThrow('bytes');
  });
});
