// Two projects: pure tests that start nothing, and tests on real Kafka, MongoDB and SMTP.
const libs = ['contracts', 'domain-kit', 'messaging', 'platform', 'calendar', 'testing'];
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', require('./deploy/jest-swc.json')] },
  moduleNameMapper: Object.fromEntries(
    libs.map((lib) => [`^@passerelle/${lib}$`, `<rootDir>/libs/${lib}/src/index.ts`]),
  ),
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.local/'],
};
module.exports = {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['**/*.unit.spec.ts'] },
    {
      ...shared,
      displayName: 'int',
      testMatch: ['**/*.int.spec.ts', '<rootDir>/test/**/*.e2e.spec.ts'],
      globalSetup: '<rootDir>/deploy/local/jest-global-setup.ts',
      globalTeardown: '<rootDir>/deploy/local/jest-global-teardown.ts',
    },
  ],
  testTimeout: 60_000,
};
