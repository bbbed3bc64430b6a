// Runs the TypeScript of deploy/ and test/ with Node, without a build: `node -r ./deploy/local/ts.cjs file.ts`.
// Node's own type stripping would demand extensions in imports; swc makes the same CommonJS as for the services.
const { transformFileSync } = require('@swc/core');
const Module = require('node:module');
const { join } = require('node:path');

const options = { ...require('../jest-swc.json'), sourceMaps: 'inline', swcrc: false };
const outside = `${join('/', 'node_modules', '/')}`;

Module._extensions['.ts'] = (module, filename) => {
  if (filename.includes(outside))
    throw new Error(`${filename} is published TypeScript: it is not compiled here.`);
  module._compile(transformFileSync(filename, options).code, filename);
};
