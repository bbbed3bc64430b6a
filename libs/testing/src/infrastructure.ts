/** Where the Kafka and MongoDB of this test run are; set by deploy/local/jest-global-setup.ts before any test. */
export function testInfrastructure(): { kafkaBrokers: string; mongodbUri: string } {
  const [kafkaBrokers, mongodbUri] = [process.env['KAFKA_BROKERS'], process.env['MONGODB_URI']];
  if (!kafkaBrokers || !mongodbUri) {
    throw new Error('No Kafka or MongoDB for this test: only .int.spec.ts and .e2e.spec.ts files have them.');
  }
  return { kafkaBrokers, mongodbUri };
}
