/** A Kafka and a MongoDB that serve, whoever runs them. */
export interface Infrastructure {
  /** Comma list, as KAFKA_BROKERS takes it. */
  kafkaBrokers: string;
  /** Without a database name, as MONGODB_URI takes it. */
  mongodbUri: string;
  stop: () => Promise<void>;
}
