import { mongo } from 'mongoose';
import { failureOf, isOutage } from './failures';

const bulk = (cause: Error) =>
  new mongo.MongoBulkWriteError(cause as never, { insertedCount: 0 } as unknown as mongo.BulkWriteResult);

describe('what a failed transaction means', () => {
  it('sees an outage through the error of a bulk write', () => {
    const broken = new mongo.MongoNetworkError('connection 4 closed');
    expect(failureOf(broken)).toBe('outage');
    expect(isOutage(bulk(broken))).toBe(true);
  });

  it('sees a conflict through it', () => {
    const conflict = new mongo.MongoServerError({ message: 'WriteConflict', code: 112 });
    expect(failureOf(bulk(conflict))).toBe('conflict');
    const transient = new mongo.MongoServerError({ message: 'aborted', code: 251 });
    transient.addErrorLabel('TransientTransactionError');
    expect(failureOf(bulk(transient))).toBe('conflict');
  });

  it('leaves to the work what is its own fault', () => {
    const refused = new mongo.MongoServerError({ message: 'Document failed validation', code: 121 });
    expect(failureOf(bulk(refused))).toBe('fault');
    expect(failureOf(new TypeError('undefined is not a function'))).toBe('fault');
  });
});
