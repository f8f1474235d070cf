import { CommanderError } from 'commander';
import { exitCodeOf } from './exit-code.ts';
import { createProgram, type Run } from './program.ts';
import { Exit } from './report.ts';

/** Reads the command line, does the work that `loaders` has for it and sets the exit code. Never throws. */
export async function start(
  version: string,
  args: readonly string[],
  loaders: Record<string, () => Promise<Run>>,
): Promise<void> {
  // commander writes its help by the stream: a reader that has gone (`--help | head`) is no fault
  process.stdout.on('error', () => {});
  try {
    await createProgram(version, loaders).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? Exit.done : Exit.usage;
    else process.exitCode = exitCodeOf(error);
  }
}
