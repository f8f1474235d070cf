// Copied to dist/: what a worker thread runs. It starts from the plain call's script, whose compiled code is kept, as the main thread does;
// rules of a user's own need the whole program.
const { workerData } = require('node:worker_threads');

if (workerData.setup.settings.rules.length > 0) import('./worker.js');
else require('./quick.cjs').load('plain').serve();
