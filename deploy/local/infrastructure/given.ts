import { CannotStart } from '../cannot-start';
import { kafkaReady } from './kafka-ready';
import { replicaSetAnswers } from './mongod-ready';

/** A cluster that somebody else runs must answer before anything is started on it. */
export async function checkKafkaGiven(brokers: string | undefined): Promise<void> {
  if (!brokers) return;
  const answers = await Promise.all(brokers.split(',').map((broker) => kafkaReady(broker.trim(), 10_000)));
  if (!answers.includes('ready')) {
    throw new CannotStart(
      `No Kafka answers at ${brokers} (KAFKA_BROKERS): start it, or unset KAFKA_BROKERS to run the embedded one.`,
    );
  }
}

export async function checkMongodbGiven(uri: string | undefined): Promise<void> {
  if (!uri) return;
  const answer = await replicaSetAnswers(uri, 10_000);
  if (answer === 'ready') return;
  throw new CannotStart(
    answer === 'silent'
      ? 'No MongoDB answers at MONGODB_URI: start it, or unset MONGODB_URI to run the embedded one.'
      : 'The MongoDB at MONGODB_URI is not a replica set, and transactions need one: start it with --replSet.',
  );
}
