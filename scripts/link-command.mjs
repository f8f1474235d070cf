// Makes `npx extract` in this folder run this folder's command: npm links the commands of dependencies, not the project's own,
// and would else install the project into a cache of its own first.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';

const link = 'node_modules/.bin/extract';
if (existsSync('node_modules') && process.platform !== 'win32') {
  mkdirSync('node_modules/.bin', { recursive: true });
  rmSync(link, { force: true });
  symlinkSync('../../bin/extract.js', link);
}
