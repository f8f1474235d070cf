// Writes docs/cli.md and docs/extract.1 from the list of options: npm run docs
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'shumu-docs-'));
const outfile = join(folder, 'docs.mjs');
await build({ entryPoints: ['scripts/cli-docs.ts'], outfile, bundle: true, format: 'esm', platform: 'node' });
const { cliMarkdown, manPage } = await import(outfile);
rmSync(folder, { recursive: true });
writeFileSync('docs/cli.md', cliMarkdown());
writeFileSync('docs/extract.1', manPage());
