import { fileOutput, ReaderGone, standardOutput, WriteFailure } from '../output/sink.ts';
import { Exit, say } from './report.ts';

/** Writes what `print` gives to a file, or to standard output; gives the exit code. */
export async function writeOut(
  target: string | undefined,
  print: (isTerminal: boolean) => string | Promise<string>,
): Promise<number> {
  try {
    const sink = target === undefined ? standardOutput() : fileOutput(target);
    try {
      await sink.write(await print(sink.isTerminal));
      await sink.commit();
    } catch (error) {
      sink.abort();
      throw error;
    }
  } catch (error) {
    if (error instanceof ReaderGone) return Exit.done;
    if (!(error instanceof WriteFailure)) throw error;
    say({
      file: error.target,
      what: `cannot be written: ${error.message}`,
      remedy: 'write elsewhere',
      code: error.code,
    });
    return Exit.write;
  }
  return Exit.done;
}
