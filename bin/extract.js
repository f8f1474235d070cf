#!/usr/bin/env node
const { isPlain, runPlain } = require('../dist/plain-loader.cjs');

const args = process.argv.slice(2);
if (isPlain(args)) runPlain(args);
else {
  // Node 22.1+ keeps compiled code between runs; older ones do without.
  require('node:module').enableCompileCache?.();
  import('../dist/cli.js');
}
