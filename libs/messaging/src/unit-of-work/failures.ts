import { mongo } from 'mongoose';

/**
 * What a failed transaction means. A conflict is another transaction that was quicker: run again, nothing is wrong.
 * An outage is a server that cannot answer: wait, and blame nothing on the work. Anything else is the work's own fault.
 */
export type Failure = 'conflict' | 'outage' | 'fault';

const writeConflict = 112;
const duplicateKey = 11000;
/** Codes of a server that steps down, shuts down or recovers: the driver finds the next primary. */
const outageCodes = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 10058, 11600, 11602, 13435, 13436, 50]);

/** The driver lets the error of a broken write through as the system gave it (mongodb 7, `Connection.writeCommand`). */
const brokenConnection = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

export function failureOf(error: unknown): Failure {
  const within = insideBulk(error);
  if (within) return failureOf(within);
  if (isServerAway(error)) return 'outage';
  if (!(error instanceof mongo.MongoError)) return 'fault';
  if (error.code === writeConflict || error.code === duplicateKey) return 'conflict';
  return error.hasErrorLabel('TransientTransactionError') ? 'conflict' : 'fault';
}

/** The driver wraps whatever breaks a bulk write in an error of the server, without its labels. */
function insideBulk(error: unknown): Error | undefined {
  if (!(error instanceof mongo.MongoBulkWriteError)) return undefined;
  const cause: unknown = error.errorResponse;
  return cause instanceof Error ? cause : undefined;
}

const outages = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
];

/** No connection came free in time. The driver keeps the class of this error to itself. */
const noConnection = 'MongoWaitQueueTimeoutError';

function isServerAway(error: unknown): boolean {
  if (outages.some((outage) => error instanceof outage)) return true;
  if (error instanceof mongo.MongoError && error.name === noConnection) return true;
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return brokenConnection.has(code);
  return error instanceof mongo.MongoError && outageCodes.has(Number(code));
}

/** An outage or a queue of conflicts that outlasted the caller's patience; HTTP answers it with 503. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** What keeps things cannot answer now: worth trying again, nobody's fault. */
export function isOutage(error: unknown): boolean {
  return error instanceof UnavailableError || failureOf(error) === 'outage';
}
