// What measures time, one after the other and nothing beside: `npm run test:alone`.
const { projects } = require('../../jest.config.js');
const int = projects.find(({ displayName }) => displayName === 'int');
module.exports = { ...int, displayName: 'alone', testMatch: ['<rootDir>/test/**/*.alone.spec.ts'] };
