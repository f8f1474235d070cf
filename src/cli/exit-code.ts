import { ReaderGone, WriteFailure } from '../output/sink.ts';
import { harmless } from '../output/terminal.ts';
import { Exit, toStandardError, UsageError } from './report.ts';

/** Says what went wrong, on one line, and gives the exit code. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ReaderGone) return Exit.done;
  const message = harmless(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) {
    toStandardError(`extract: ${message}\n`);
    return Exit.usage;
  }
  if (error instanceof WriteFailure) {
    toStandardError(`extract: ${harmless(error.target)}: cannot be written: ${message} (write elsewhere)\n`);
    return Exit.write;
  }
  toStandardError(`extract: ${message} (this is a fault of the program: please report it)\n`);
  return Exit.failed;
}
