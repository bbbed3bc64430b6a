import type { Infrastructure } from './infrastructure/infrastructure';
import { startTestInfrastructure } from './test-infrastructure';

declare global {
  // Jest runs setup and teardown in one process: this hands the running infrastructure from one to the other.
  var passerelleTestInfrastructure: Infrastructure | undefined;
}

/** Once per run of Jest: test workers read the two variables through `testInfrastructure()` of @passerelle/testing. */
export default async function setUp(): Promise<void> {
  const infrastructure = await startTestInfrastructure();
  globalThis.passerelleTestInfrastructure = infrastructure;
  process.env['KAFKA_BROKERS'] = infrastructure.kafkaBrokers;
  process.env['MONGODB_URI'] = infrastructure.mongodbUri;
}
