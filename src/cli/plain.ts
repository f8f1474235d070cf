import { type ExtractFlags, extract } from './commands/extract.ts';
import { exitCodeOf } from './exit-code.ts';

/** What the flags of `extract` are where none is given, as the command line's parser gives them (a test holds the two together). */
export const NO_FLAGS: ExtractFlags = { escapeFormulas: true, color: true };

/** `extract FILE…` without any flag: the commonest call, which needs no parser. Sets the exit code; never throws. */
export async function plain(operands: readonly string[]): Promise<void> {
  try {
    process.exitCode = await extract(operands, NO_FLAGS);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}
