/** Stops what jest-global-setup started, and deletes its data. */
export default async function tearDown(): Promise<void> {
  await globalThis.passerelleTestInfrastructure?.stop();
}
