// What people see, in a real browser: `npm run test:browser`. Needs Chromium (Debian's package, or CHROMIUM_BIN).
const { projects } = require('../../jest.config.js');
const int = projects.find(({ displayName }) => displayName === 'int');
module.exports = {
  ...int,
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/**/*.browser.spec.ts'],
  testTimeout: 60_000,
};
