import { CommanderError } from 'commander';
import { exitCodeOf } from './exit-code.ts';
import { createProgram, type Run } from './program.ts';
import { Exit } from './report.ts';

/** The work of each command; loaded when it is called. */
const LOADERS: Record<string, () => Promise<Run>> = {
  '': async () => (await import('./commands/extract.ts')).extract as Run,
  repair: async () => (await import('./commands/repair.ts')).repairCommand as Run,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand as Run,
  explain: async () => (await import('./commands/explain.ts')).explain as Run,
  'rules check': async () => (await import('./commands/rules.ts')).rulesCheck as Run,
  'rules list': async () => (await import('./commands/rules.ts')).rulesList as Run,
  review: async () => (await import('./commands/review.ts')).review as Run,
  check: async () => (await import('./commands/check.ts')).check as Run,
  completions: async () => (await import('./commands/completions.ts')).completions as Run,
};

/** Reads the command line, does the work and sets the exit code. Never throws. */
export async function start(version: string, args: readonly string[]): Promise<void> {
  // commander writes its help by the stream: a reader that has gone (`--help | head`) is no fault
  process.stdout.on('error', () => {});
  try {
    // What a shell calls while the user types; no command of ours.
    if (args[0] === 'complete') {
      process.exitCode = await (await import('./commands/completions.ts')).complete(args);
      return;
    }
    await createProgram(version, LOADERS).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? Exit.done : Exit.usage;
    else process.exitCode = exitCodeOf(error);
  }
}
