// Runs dist/plain.cjs on the files named and keeps the code that V8 compiled for it, in dist/plain.code. A process of its own: what was compiled
// by then is what a run needs, and no more.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { load } = createRequire(import.meta.url)('../dist/quick.cjs');
const { plain, script } = load();
const files = process.argv.slice(2);
await plain(files);
await plain(['--format', 'ndjson', ...files]);
writeFileSync('dist/plain.code', script.createCachedData());
