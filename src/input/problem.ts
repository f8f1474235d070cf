/** Something wrong with one input: said on one line, the other inputs go on. */
export interface Problem {
  /** The input as the user named it. */
  file: string;
  /** What is wrong, without a full stop. */
  what: string;
  /** What the user can do about it; null where nothing can be said. */
  remedy: string | null;
  /** A word for programs: `ENOENT`, `BINARY`, `NO-MATCH` … */
  code: string;
}

/** True for a `Problem` among other values. */
export const isProblem = (value: object): value is Problem => 'what' in value && 'remedy' in value;

const FS_ERRORS: Record<string, readonly [what: string, remedy: string | null]> = {
  ENOENT: ['no such file or folder', 'check the name'],
  EACCES: ['permission denied', 'make it readable'],
  EPERM: ['not permitted', 'make it readable'],
  EISDIR: ['is a folder', 'name the files in it'],
  ENOTDIR: ['a part of the path is no folder', 'check the name'],
  ELOOP: ['symbolic links lead in a circle', 'name the file itself'],
  ENAMETOOLONG: ['the name is too long', 'check the name'],
  EMFILE: ['too many open files', 'raise `ulimit -n`'],
  EIO: ['the disk cannot be read', null],
};

/** A file system's error as a problem of `file`. */
export function problemOf(file: string, error: unknown): Problem {
  const code = (error as { code?: string } | null)?.code ?? 'ERROR';
  const known = FS_ERRORS[code];
  if (known) return { file, what: known[0], remedy: known[1], code };
  return { file, what: error instanceof Error ? error.message : String(error), remedy: null, code };
}
