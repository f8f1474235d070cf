import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractText } from '../pipeline.ts';

// Placeholder until the real command stands here.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string' }, date: { type: 'string' } },
});
for (const file of positionals)
  for (const r of extractText(readFileSync(file, 'utf8'), { file, date: values.date ?? null }))
    process.stdout.write(JSON.stringify(r) + '\n');
