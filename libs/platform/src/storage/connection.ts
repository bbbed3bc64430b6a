import mongoose, { type Connection, type ConnectOptions } from 'mongoose';

// For every query made through a model: an object in a filter's value is compared, never obeyed (`{ $ne: … }`), and a path
// that the schema does not have is an error. A service's own operators need `mongoose.trusted()`.
mongoose.set('sanitizeFilter', true);
mongoose.set('strictQuery', 'throw');

const options: ConnectOptions = {
  // What is acknowledged survives the loss of a member; what is read was acknowledged.
  w: 'majority',
  journal: true,
  readConcernLevel: 'majority',
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: 3_000,
  connectTimeoutMS: 3_000,
  // A link that swallows everything without a word must not be waited on for ever.
  socketTimeoutMS: 30_000,
  maxPoolSize: 50,
  // Nor a connection that never comes free: without a limit the driver waits for ever.
  waitQueueTimeoutMS: 10_000,
  // Indexes are made at start by the service, explicitly.
  autoIndex: false,
  autoCreate: false,
};

/** Not open yet, so that stores can be built on it before the database answers. */
export function unopenedConnection(): Connection {
  return mongoose.createConnection();
}

export async function open(connection: Connection, uri: string, database: string): Promise<void> {
  await connection.openUri(uri, { ...options, dbName: database });
  await connection.db!.command({ ping: 1 });
}
