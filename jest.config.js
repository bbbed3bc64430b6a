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
// Jest takes every word after --selectProjects for a project, and then runs everything.
const selected = process.argv.slice(process.argv.indexOf('--selectProjects') + 1 || process.argv.length);
if (
  selected.some(
    (word, index) => word.includes('/') && selected.slice(0, index).every((w) => !w.startsWith('-')),
  )
) {
  throw new Error('Give paths before --selectProjects: jest <path> --selectProjects unit');
}

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
