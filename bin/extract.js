#!/usr/bin/env node
const { quick } = require('../dist/quick.cjs');

if (!quick(process.argv.slice(2))) {
  // Node 22.1+ keeps compiled code between runs; older ones do without.
  require('node:module').enableCompileCache?.();
  import('../dist/cli.js');
}
