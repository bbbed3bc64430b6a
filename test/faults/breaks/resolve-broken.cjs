// Loaded before a service by the fault harness: `@passerelle/messaging` is the copy in this script's own folder.
const Module = require('node:module');
const { join } = require('node:path');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === '@passerelle/messaging'
    ? join(__dirname, 'index.js')
    : resolve.call(this, request, ...rest);
};
