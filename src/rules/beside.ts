import { readFileSync } from 'node:fs';

/** The bytes of a file that the build puts beside the program; null where there is none (a program that runs from its sources). */
export function readBeside(name: string): Buffer | null {
  // most of the program is in dist/chunks/, a part in dist/ itself
  return readFrom(`../${name}`) ?? readFrom(`./${name}`);
}

function readFrom(path: string): Buffer | null {
  try {
    return readFileSync(new URL(path, import.meta.url));
  } catch {
    return null;
  }
}
