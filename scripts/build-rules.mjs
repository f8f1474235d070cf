// Compiles the built-in rules into dist/rules.bin: what a start would make of the YAML each time. See src/rules/prepared.ts.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { esbuildYaml } from './yaml-plugin.mjs';

/** @param dictionary the packed dictionary, to which the rules' words are added */
export async function buildRules(outfile, dictionary) {
  const folder = mkdtempSync(join(tmpdir(), 'shumu-'));
  try {
    const bundle = join(folder, 'rules.mjs');
    await build({
      entryPoints: ['scripts/rules-file.ts'],
      outfile: bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      plugins: [esbuildYaml],
    });
    copyFileSync(dictionary, join(folder, 'dictionary.bin'));
    writeFileSync(outfile, (await import(pathToFileURL(bundle))).packPrepared());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
