import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isProblem, type Problem, problemOf } from './problem.ts';

/** One thing to read. */
export interface Input {
  /** As the user named it (a file found in a folder: the folder as named, `/`, the rest); `-` for standard input. */
  name: string;
  /** What to open; null for standard input. A Buffer where the name on disk is no valid UTF-8. */
  path: string | Buffer | null;
}

const GLOB = /[*?[\]{}!+@()]/;
const TEXT_FILE = /\.txt$/i;

/**
 * Arguments → what to read, each file once, in the order of the arguments; what a folder or a pattern holds is sorted by
 * code point. An argument that exists is taken as it is (`b(1).txt`), only else as a pattern. A folder gives the `*.txt`
 * files in it and below; links to folders are not followed there, so that no circle of links can trap the walk.
 * What cannot be read stands as a `Problem` in its place.
 */
export async function resolveInputs(args: readonly string[]): Promise<(Input | Problem)[]> {
  const found: (Input | Problem)[] = [];
  for (const arg of args) {
    if (arg === '-') {
      found.push({ name: '-', path: null });
      continue;
    }
    const stats = statOrProblem(arg);
    if (!isProblem(stats)) {
      if (stats.isDirectory()) found.push(...textFilesIn(arg));
      else found.push({ name: arg, path: arg });
    } else if (stats.code === 'ENOENT' && GLOB.test(arg) && !isLink(arg)) found.push(...(await matches(arg)));
    else found.push(stats);
  }
  return found.length > 1 ? eachOnce(found) : found;
}

/** The names in a list: one a line, or parted by NUL where the list has one (`find -print0`). */
export function parseFileList(list: string): string[] {
  const names = list.includes('\0') ? list.split('\0') : list.split(/\r?\n/);
  return names.filter((n) => n !== '');
}

/** The list in `file` (`-`: standard input). Throws the file system's error. */
export const readFileList = (file: string): string[] => parseFileList(readFileSync(file === '-' ? 0 : file, 'utf8'));

function statOrProblem(path: string): Stats | Problem {
  try {
    return statSync(path);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT' && isLink(path))
      return { file: path, what: 'the symbolic link leads nowhere', remedy: 'mend the link', code: 'ENOENT' };
    return problemOf(path, error);
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

async function matches(pattern: string): Promise<(Input | Problem)[]> {
  const { default: glob } = await import('fast-glob');
  const found: (Input | Problem)[] = [];
  // `onlyFiles` would leave out links to files; folders are dropped below.
  const names = await glob(pattern, {
    onlyFiles: false,
    followSymbolicLinks: false,
    suppressErrors: true,
    unique: true,
  });
  for (const name of names.sort(byCodePoint)) {
    const stats = statOrProblem(name);
    if (isProblem(stats)) found.push(name.includes('\ufffd') ? notUtf8(name) : stats);
    else if (stats.isFile()) found.push({ name, path: name });
  }
  if (found.length > 0) return found;
  return [{ file: pattern, what: 'the pattern matches no file', remedy: 'check the pattern', code: 'NO-MATCH' }];
}

/** Patterns read names as UTF-8; the walk through a folder does not need to. */
const notUtf8 = (file: string): Problem => ({
  file,
  what: 'the name on disk is not UTF-8',
  remedy: 'name the folder instead of a pattern',
  code: 'BAD-NAME',
});

function textFilesIn(folder: string): (Input | Problem)[] {
  const found: (Input | Problem)[] = [];
  const base = folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder;
  walk(base, base, found);
  if (found.length > 0) return found;
  return [
    { file: folder, what: 'the folder holds no .txt file', remedy: 'name the files, or a pattern', code: 'NO-MATCH' },
  ];
}

function walk(name: string, path: string | Buffer, found: (Input | Problem)[]): void {
  let entries: import('node:fs').Dirent<Buffer>[];
  try {
    entries = readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    found.push(problemOf(name, error));
    return;
  }
  const named = entries.map((entry) => ({ entry, text: entry.name.toString('utf8') }));
  for (const { entry, text } of named.sort((a, b) => byCodePoint(a.text, b.text))) {
    if (text.startsWith('.')) continue;
    const childName = `${name === '/' ? '' : name}/${text}`;
    const childPath = () => childOf(path, entry.name, text);
    if (entry.isDirectory()) walk(childName, childPath(), found);
    else if (!TEXT_FILE.test(text)) continue;
    else if (entry.isFile()) found.push({ name: childName, path: childPath() });
    else if (entry.isSymbolicLink()) addLink(childName, childPath(), found);
    // A FIFO or a device in a folder is nobody's text: passed over, as `grep -r` does.
  }
}

function addLink(name: string, path: string | Buffer, found: (Input | Problem)[]): void {
  try {
    if (statSync(path).isFile()) found.push({ name, path });
  } catch (error) {
    found.push(problemOf(name, error));
  }
}

/** Names in GBK are common in old archives and are lost as strings: such a path stays bytes. */
function childOf(folder: string | Buffer, name: Buffer, text: string): string | Buffer {
  if (typeof folder === 'string' && !text.includes('\ufffd')) return `${folder === '/' ? '' : folder}/${text}`;
  return Buffer.concat([typeof folder === 'string' ? Buffer.from(folder) : folder, Buffer.from('/'), name]);
}

function eachOnce(inputs: (Input | Problem)[]): (Input | Problem)[] {
  const seen = new Set<string>();
  return inputs.filter((input) => {
    if (isProblem(input)) return true;
    const key = input.path === null ? '-' : realPath(input.path);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function realPath(path: string | Buffer): string {
  try {
    return typeof path === 'string'
      ? realpathSync.native(path)
      : realpathSync.native(path, 'buffer').toString('latin1');
  } catch {
    return typeof path === 'string' ? path : path.toString('latin1');
  }
}

// Code points, not the machine's locale: the order must be the same everywhere. UTF-16 order would put 𠀀 before ｡.
function byCodePoint(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

const rank = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
