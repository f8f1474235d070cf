// Builds what ships: dist/cli.js (the command, one file and the parts it loads on demand), dist/index.js (the library), and dist/plain.cjs with
// its compiled code (the command for file names alone: see quick.cjs), which workers run too (worker.cjs).
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildDictionary } from './build-dictionary.mjs';
import { buildRules } from './build-rules.mjs';
import { esbuildReviewPage } from './review-page-plugin.mjs';
import { esbuildNoYaml, esbuildYaml } from './yaml-plugin.mjs';

rmSync('dist', { recursive: true, force: true });
buildDictionary('dist/dictionary.bin');
await buildRules('dist/rules.bin', 'dist/dictionary.bin');
const version = JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version);
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  logLevel: 'warning',
  plugins: [esbuildYaml, esbuildReviewPage],
};
await build({
  ...common,
  entryPoints: { cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts', index: 'src/index.ts' },
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  charset: 'utf8',
  chunkNames: 'chunks/[name]-[hash]',
  define: { SHUMU_VERSION: version },
  // Some bundled packages are CommonJS and call require(): give the bundle one.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

// The plain call: scripts, ASCII only so that V8 need not decode them, wrapped as functions that quick.cjs calls. What only some calls load
// stands in scripts of its own.
const PACKAGES = ['commander', 'fast-glob', 'chalk'];
await script('plain', {
  entryPoints: ['src/cli/plain.ts'],
  alias: Object.fromEntries(PACKAGES.map((name) => [name, `./${name}.cjs`])),
  // what only a flag leads to is not in it
  external: [
    ...PACKAGES.map((name) => `./${name}.cjs`),
    '*/documents.ts',
    '*/apply.ts',
    '*/xlsx.ts',
    '*/parquet.ts',
    '*/load.ts',
  ],
});
for (const name of PACKAGES) await script(name, { entryPoints: [name] });

async function script(name, options) {
  const outfile = `dist/${name}.cjs`;
  await build({
    ...common,
    plugins: [esbuildNoYaml, esbuildReviewPage],
    outfile,
    format: 'cjs',
    charset: 'ascii',
    minify: true,
    legalComments: 'external',
    // import() becomes the require that quick.cjs gives
    supported: { 'dynamic-import': false },
    define: { SHUMU_VERSION: version, 'import.meta.dirname': '__dir' },
    banner: { js: '(function (require, module, __dir) {' },
    footer: { js: '})' },
    ...options,
  });
  // esbuild leaves regular expressions as they are; an escape means the same in them
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(outfile, readFileSync(outfile, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}
copyFileSync('scripts/quick.cjs', 'dist/quick.cjs');
copyFileSync('scripts/worker.cjs', 'dist/worker.cjs');
const help = spawnSync(process.execPath, ['dist/cli.js', '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
if (help.status !== 0) throw new Error('the help could not be made');
writeFileSync('dist/help.txt', help.stdout);
// On a sample: any page goes through most of the code.
const kept = spawnSync(process.execPath, ['scripts/keep-code.mjs', ...samples()], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (kept.status !== 0) throw new Error('the code of the scripts could not be kept');

function samples() {
  return readdirSync('seeds').map((name) => join('seeds', name));
}
