// Runs the checks on the sources, never on a build that may be older: `node -r ./deploy/check/sources.cjs x.ts`.
require('../local/ts.cjs');
const Module = require('node:module');
const { resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const lib = /^@passerelle\/([a-z-]+)$/.exec(request);
  return resolveFilename.call(this, lib ? `${root}/libs/${lib[1]}/src/index.ts` : request, ...rest);
};
