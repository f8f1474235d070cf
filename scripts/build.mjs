// Builds what ships: dist/cli.js (the command, one file and the parts it loads on demand) and dist/index.js (the library).
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { buildDictionary } from './build-dictionary.mjs';
import { esbuildReviewPage } from './review-page-plugin.mjs';
import { esbuildYaml } from './yaml-plugin.mjs';

rmSync('dist', { recursive: true, force: true });
buildDictionary('dist/dictionary.bin');
await build({
  entryPoints: { cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  charset: 'utf8',
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [esbuildYaml, esbuildReviewPage],
  define: { SHUMU_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
  // Some bundled packages are CommonJS and call require(): give the bundle one.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
