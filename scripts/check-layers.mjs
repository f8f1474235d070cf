// Imports run downwards only: a stage knows the stages before it and none after. Exits 1 and names each import that climbs.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What each folder of src/ may import, itself apart. `record` and `rules` are known to those who need them. */
const MAY_IMPORT = {
  rules: [],
  repair: ['rules'],
  layout: ['repair', 'rules'],
  quantity: ['layout', 'repair', 'rules'],
  meaning: ['quantity', 'layout', 'repair', 'record', 'rules'],
  record: ['meaning', 'quantity', 'layout', 'repair', 'rules'],
  input: [],
  output: ['record'],
  review: ['checks', 'output', 'record', 'meaning', 'quantity', 'layout', 'repair', 'rules', 'pipeline.ts'],
  cli: [
    'checks',
    'engine.ts',
    'input',
    'output',
    'review',
    'record',
    'meaning',
    'quantity',
    'layout',
    'repair',
    'rules',
    'pipeline.ts',
    'pieces.ts',
  ],
  checks: ['layout', 'record'],
  'engine.ts': ['meaning', 'quantity', 'rules'],
  'pipeline.ts': ['engine.ts', 'input', 'repair', 'layout', 'quantity', 'meaning', 'record', 'rules'],
  'pieces.ts': ['input', 'repair', 'layout', 'record', 'pipeline.ts'],
  'index.ts': [
    'checks',
    'pipeline.ts',
    'input',
    'output',
    'review',
    'record',
    'meaning',
    'quantity',
    'layout',
    'repair',
    'rules',
  ],
};

let bad = 0;
for (const file of readdirSync('src', { recursive: true })
  .filter((f) => f.endsWith('.ts'))
  .map((f) => join('src', f))) {
  const from = relative('src', file).split('/')[0];
  const allowed = MAY_IMPORT[from];
  if (!allowed) {
    console.error(`${file}: src/${from} is no known layer (add it to scripts/check-layers.mjs)`);
    bad++;
    continue;
  }
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)) {
    if (!path) continue;
    const to = relative('src', join(dirname(file), path)).split('/')[0];
    if (to !== from && !allowed.includes(to)) {
      console.error(`${file}: imports ${path}, but '${from}' stands below '${to}'`);
      bad++;
    }
  }
}
process.exitCode = bad ? 1 : 0;
