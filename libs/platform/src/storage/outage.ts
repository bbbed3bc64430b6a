import { mongo } from 'mongoose';

/** The driver lets the error of a broken write through as the system gave it. */
const brokenConnection = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** The server that keeps things cannot answer now: worth trying again, nobody's fault. */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code } = error as { name?: unknown; code?: unknown };
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    name === 'UnavailableError' ||
    (typeof code === 'string' && brokenConnection.has(code))
  );
}
