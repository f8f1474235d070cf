// Prints how well the engine reads the corpus of sentences: per field, and with --errors each disagreement.
// usage: node scripts/score-corpus.mjs [--errors] [--field NAME] [--write-open] [PART OF A FILE'S NAME]
// --write-open writes what is not read right to tests/meaning/open.yaml.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { stringify } from 'yaml';
import { esbuildReviewPage } from './review-page-plugin.mjs';
import { esbuildYaml } from './yaml-plugin.mjs';

const args = process.argv.slice(2);
const showErrors = args.includes('--errors');
const fieldAt = args.indexOf('--field');
const onlyField = fieldAt >= 0 ? args[fieldAt + 1] : null;
const only = args.find((a, i) => !a.startsWith('--') && (fieldAt < 0 || i !== fieldAt + 1));

const folder = mkdtempSync(join(tmpdir(), 'shumu-score-'));
const outfile = join(folder, 'score.mjs');
const { buildDictionary } = await import('./build-dictionary.mjs');
buildDictionary(join(folder, 'dictionary.bin'));
await build({
  stdin: {
    contents:
      "export { extractText } from './src/index.ts'; export { loadCorpus, scoreText } from './tests/meaning/scoring.ts';",
    resolveDir: resolve('.'),
    loader: 'ts',
  },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  plugins: [esbuildYaml, esbuildReviewPage],
  banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
});
const { extractText, loadCorpus, scoreText } = await import(outfile);

const open = {};
const total = { wanted: 0, found: 0, spurious: 0, whole: 0, fields: {} };
for (const row of loadCorpus('tests/corpus/meaning', only)) {
  const score = scoreText(row, extractText(row.text, { date: row.date, types: new Set(['all']) }));
  for (const d of score.disagreements) {
    open[row.file] ??= [];
    open[row.file].push(`${row.text.slice(0, 12).replaceAll('\n', ' ')}…${d.start} ${d.figure}: ${d.field}`);
  }
  for (const k of ['wanted', 'found', 'spurious', 'whole']) total[k] += score[k];
  for (const [f, t] of Object.entries(score.fields)) {
    total.fields[f] ??= { right: 0, scored: 0 };
    total.fields[f].right += t.right;
    total.fields[f].scored += t.scored;
  }
  const shown = score.disagreements.filter((d) => !onlyField || d.field === onlyField);
  if (showErrors && shown.length > 0) {
    for (const d of shown) {
      const from = Math.max(row.text.lastIndexOf('\n', d.start), row.text.lastIndexOf('。', d.start), d.start - 70) + 1;
      const around = row.text.slice(from, d.start + d.figure.length + 14).replaceAll('\n', '⏎');
      console.log(
        `${row.file.replace('.yaml', '')}  ${around}\n    ${d.field} of ${d.figure}: want ${d.want}, got ${d.got}`,
      );
    }
  }
}
if (args.includes('--write-open'))
  writeFileSync(
    'tests/meaning/open.yaml',
    `# What the engine does not read right yet (tests/meaning/corpus.test.ts), by file: text, offset, figure, field.\n${stringify(open, { lineWidth: 0 })}`,
  );
const pct = (a, b) => (b ? ((100 * a) / b).toFixed(1) : '-');
console.log(
  `\nfigures ${total.wanted}  found ${total.found}  spurious ${total.spurious}  P ${pct(total.found, total.found + total.spurious)}  R ${pct(total.found, total.wanted)}`,
);
for (const [f, t] of Object.entries(total.fields))
  console.log(`  ${f.padEnd(9)} ${pct(t.right, t.scored).padStart(5)} %  (${t.right}/${t.scored})`);
console.log(`  whole record right: ${pct(total.whole, total.wanted)} %`);
rmSync(folder, { recursive: true });
