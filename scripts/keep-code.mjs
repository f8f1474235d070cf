// Runs dist/plain.cjs on the files named, and keeps the code that V8 compiled for it and for what it loaded, in dist/*.code. A process of its own:
// what was compiled by then is what a run needs, and no more.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { load, loaded } = createRequire(import.meta.url)('../dist/quick.cjs');
const { plain } = load('plain');
const files = process.argv.slice(2);
await plain(files);
await plain(['--format=ndjson', ...files]);
keep('plain', 'commander');
await plain(files.map((name) => name.replace(/[^/]*$/, '*')));
await plain(['--format', 'table', ...files]);
keep('fast-glob', 'chalk');

function keep(...names) {
  for (const name of names) writeFileSync(`dist/${name}.code`, loaded.get(name).script.createCachedData());
}
