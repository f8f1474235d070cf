import { closeSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where output goes; nothing of a file is seen before `done`. */
export interface Sink {
  /** Throws the file system's error. */
  write(text: string): void;
  done(): void;
  /** Takes back what a failed run has written. */
  abandon(): void;
}

/** Standard output, written at once: the writer waits for a slow reader. */
export const standardOutput = (): Sink => ({ write: (text) => writeAll(1, text), done: () => {}, abandon: () => {} });

/** A file that is whole or not there: written beside its place, then renamed. */
export function fileOutput(file: string): Sink {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  const fd = openSync(temporary, 'wx', 0o666);
  return {
    write: (text) => writeAll(fd, text),
    done: () => {
      closeSync(fd);
      renameSync(temporary, file);
    },
    abandon: () => {
      closeSync(fd);
      unlinkSync(temporary);
    },
  };
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a pipe that is full: its reader needs a moment
    }
  }
}
