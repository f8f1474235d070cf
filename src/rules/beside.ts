import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of a file that the build puts beside the program; null where there is none (a program that runs from its sources). */
export function readBeside(name: string): Buffer | null {
  // most of the program is in dist/chunks/, a part in dist/ itself
  return readFrom(`../${name}`) ?? readFrom(`./${name}`);
}

function readFrom(path: string): Buffer | null {
  try {
    return readFileSync(join(import.meta.dirname, path));
  } catch {
    return null;
  }
}
