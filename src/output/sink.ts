import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  write,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where the output goes. All of it or, for a file, nothing. */
export interface Sink {
  isTerminal: boolean;
  /** The bytes are the caller's again once the promise is kept. Throws `WriteFailure` or, where the reader has gone, `ReaderGone`. */
  write(data: string | Uint8Array): Promise<void>;
  /** What is held back is written out. */
  flush(): Promise<void>;
  /** All is written: the file gets its name. */
  commit(): Promise<void>;
  /** What was written to a file is thrown away; the old file stays whole. */
  abort(): void;
  /** Whether a write waits for its reader: the process cannot end in good order then. */
  isWaiting(): boolean;
}

/** The output cannot be written: the disk is full, the folder is missing. */
export class WriteFailure extends Error {
  readonly code: string;
  readonly target: string;
  constructor(target: string, what: string, code: string) {
    super(what);
    this.target = target;
    this.code = code;
  }
}

/** The reader of a pipe has gone (`| head`): no fault of anybody. */
export class ReaderGone extends Error {}

const HELD = 1 << 16;

/** Standard output. */
export function standardOutput(): Sink {
  const { put, flush, stop, isWaiting } = heldBack(1, 'standard output');
  return {
    isTerminal: isTerminal(1),
    write: put,
    flush,
    commit: flush,
    abort: stop,
    isWaiting,
  };
}

/**
 * A file, written beside its final place and renamed when all is there. What is no plain file (`/dev/stdout`, a FIFO) is
 * written to directly. Throws `WriteFailure`.
 */
export function fileOutput(target: string): Sink {
  const existing = statOf(target);
  if (existing && !existing.isFile()) return directOutput(target, existing);
  // Root may write anywhere: the mark on the file is still what its owner wants.
  if (existing && (existing.mode & 0o222) === 0) throw failure(target, { code: 'EROFILE' });
  const final = existing ? realpathSync(target) : target;
  const temporary = join(
    dirname(final),
    `.${basename(final).slice(0, 100)}.${Math.random().toString(36).slice(2, 10)}.part`,
  );
  const fd = attempt(target, () => openSync(temporary, 'wx', 0o666));
  const { put, flush, stop, isWaiting } = heldBack(fd, target);
  let isOpen = true;
  return {
    isTerminal: false,
    write: put,
    flush,
    isWaiting,
    async commit() {
      await flush();
      attempt(target, () => {
        fsyncSync(fd);
        closeSync(fd);
        isOpen = false;
        if (existing) chmodSync(temporary, existing.mode & 0o7777);
        renameSync(temporary, final);
      });
    },
    abort() {
      stop();
      if (isOpen) closeSync(fd);
      isOpen = false;
      rmSync(temporary, { force: true });
    },
  };
}

/** Device and inode of an existing output file: an input with the same must not be overwritten. Null where there is none. */
export function identityOfTarget(target: string): string | null {
  const stats = statOf(target);
  return stats?.isFile() ? `${stats.dev}:${stats.ino}` : null;
}

function directOutput(target: string, stats: Stats): Sink {
  if (stats.isDirectory()) throw failure(target, { code: 'EISDIR' });
  const fd = attempt(target, () => openSync(target, 'w'));
  const { put, flush, stop, isWaiting } = heldBack(fd, target);
  return { isTerminal: isTerminal(fd), write: put, flush, commit: flush, abort: stop, isWaiting };
}

function statOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

/** Whether standard output or standard error is a terminal; `node:tty`, which takes long to load, is asked only where it may be one. */
export function isTerminal(fd: number): boolean {
  const stats = fstatSync(fd);
  return stats.isCharacterDevice() && stats.rdev !== NULL_DEVICE && fd <= 2 && isATty(fd);
}

const NULL_DEVICE = 0x103;

function isATty(fd: number): boolean {
  return (fd === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** Writes in larger parts; files at once, pipes without blocking, so that a signal is still heard while a reader dawdles. */
function heldBack(fd: number, target: string) {
  /** What is held back: its first `length` bytes. One buffer for all writes, so that writing leaves no garbage. */
  const held = Buffer.allocUnsafeSlow(HELD);
  let length = 0;
  let waiting = false;
  let isStopped = false;
  const stats = fstatSync(fd);
  const isFile = stats.isFile();
  const quick = stats.isFIFO() ? openWithoutWaiting(fd) : null;
  const toDisk = (bytes: Uint8Array) =>
    attempt(target, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    });
  /** Writes what the pipe takes at once; gives how much. */
  const toQuickPipe = (bytes: Uint8Array): number => {
    let at = 0;
    try {
      while (quick !== null && at < bytes.length) at += writeSync(quick, bytes, at);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EAGAIN') throw failure(target, error);
    }
    return at;
  };
  const toPipe = async (bytes: Uint8Array) => {
    for (let at = toQuickPipe(bytes); at < bytes.length; ) {
      try {
        waiting = true;
        at += await new Promise<number>((done, fail) =>
          write(fd, bytes, at, bytes.length - at, null, (error, n) => (error ? fail(error) : done(n))),
        );
      } catch (error) {
        if ((error as { code?: string }).code !== 'EAGAIN') throw failure(target, error);
        await new Promise((done) => setTimeout(done, 5));
      } finally {
        waiting = false;
      }
    }
  };
  const writeOut = async (bytes: Uint8Array) => {
    // After `stop` whoever writes waits for the end of the process.
    if (isStopped) await new Promise(() => {});
    if (isFile) toDisk(bytes);
    else await toPipe(bytes);
  };
  const flush = async () => {
    if (length === 0) return;
    const bytes = held.subarray(0, length);
    length = 0;
    await writeOut(bytes);
  };
  const put = async (data: string | Uint8Array) => {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
    if (length + bytes.length > HELD) await flush();
    if (bytes.length >= HELD) return writeOut(bytes);
    held.set(bytes, length);
    length += bytes.length;
  };
  const stop = () => {
    isStopped = true;
  };
  return { put, flush, stop, isWaiting: () => waiting };
}

/**
 * A pipe opened anew, so that it says at once when it is full; null where that cannot be. (A write to the one that was inherited waits, on a
 * thread of its own, which costs a short run a hundredth.)
 */
function openWithoutWaiting(fd: number): number | null {
  try {
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
}

function attempt<T>(target: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw failure(target, error);
  }
}

const REASONS: Record<string, string> = {
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'is a folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  EROFILE: 'the file is read-only',
  EFBIG: 'the file would be too big',
  EIO: 'the disk cannot be written',
};

function failure(target: string, error: unknown): Error {
  const code = (error as { code?: string }).code ?? 'ERROR';
  if (code === 'EPIPE') return new ReaderGone();
  return new WriteFailure(target, REASONS[code] ?? (error as Error).message ?? code, code);
}
