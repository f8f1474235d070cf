import { type ExtractFlags, extract } from './commands/extract.ts';
import { exitCodeOf } from './exit-code.ts';
import { COMMANDS } from './options.ts';
import type { Run } from './program.ts';

/** What a worker runs. */
export const serve = async (): Promise<never> => (await import('./serve.ts')).serve();

declare const SHUMU_VERSION: string;

/** What the flags of `extract` are where none is given, as the command line's parser gives them (a test holds the two together). */
export const NO_FLAGS: ExtractFlags = { escapeFormulas: true, color: true };

/** What only the whole program has: see the list of what is left out in scripts/build.mjs. */
const ELSEWHERE = /^(--(documents|apply|rules)\b)|xlsx|parquet/;

/**
 * `extract` on files: the command without its subcommands, and without what only a few flags lead to, so that one script with its
 * compiled code holds it. Gives false, and has done nothing, where the call needs the whole program. Sets the exit code; never throws.
 */
export async function plain(args: readonly string[]): Promise<boolean> {
  const call = simpleCall(args);
  if (call) {
    try {
      process.exitCode = await extract(call.files, call.flags);
    } catch (error) {
      process.exitCode = exitCodeOf(error);
    }
    return true;
  }
  if (args.some((arg) => isSubcommand(arg) || ELSEWHERE.test(arg))) return false;
  const { start } = await import('./start.ts');
  await start(SHUMU_VERSION, args, { '': async () => extract as Run });
  return true;
}

/** Files alone, or with the one flag that most calls have (`-f ndjson`): read here, as the command line's parser takes as long to load as a page to read. */
export function simpleCall(args: readonly string[]): { files: readonly string[]; flags: ExtractFlags } | null {
  const at = args.findIndex((arg) => arg === '-f' || arg === '--format');
  const format = SIMPLE_FORMATS.find((name) => name === args[at + 1]);
  const files = at < 0 ? args : args.filter((_, i) => i !== at && i !== at + 1);
  if (files.some((arg) => arg.startsWith('-') || isSubcommand(arg))) return null;
  if (at < 0) return { files, flags: NO_FLAGS };
  return format ? { files, flags: { ...NO_FLAGS, format } } : null;
}

const SIMPLE_FORMATS = ['csv', 'json', 'ndjson'] as const;

const SUBCOMMANDS = new Set(['complete', ...COMMANDS.map((c) => c.name.split(' ')[0]!)]);
const isSubcommand = (arg: string | undefined): boolean => arg !== undefined && SUBCOMMANDS.has(arg);
