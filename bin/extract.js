#!/usr/bin/env node
const { plain, quick } = require('../dist/quick.cjs');

const args = process.argv.slice(2);
if (!quick(args)) start();

async function start() {
  if (await plain(args)) return;
  // Node 22.1+ keeps compiled code between runs; older ones do without.
  require('node:module').enableCompileCache?.();
  await import('../dist/cli.js');
}
