import { mongo } from 'mongoose';

/** The server that keeps things cannot answer now: worth trying again, nobody's fault. */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    (error instanceof Error && error.name === 'UnavailableError')
  );
}
