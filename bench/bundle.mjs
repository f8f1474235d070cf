// Bundles the stages from the sources, with the dictionary beside them, so that each can be timed by itself.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { esbuildYaml } from '../scripts/yaml-plugin.mjs';

export async function bundleStages(outdir) {
  mkdirSync(outdir, { recursive: true });
  const outfile = join(outdir, 'stages.mjs');
  await build({
    entryPoints: ['bench/pipeline.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    plugins: [esbuildYaml],
  });
  copyFileSync('dist/dictionary.bin', join(outdir, 'dictionary.bin'));
  return import(pathToFileURL(outfile));
}
