import { writeSync } from 'node:fs';
import type { Problem } from '../input/problem.ts';
import { harmless } from '../output/terminal.ts';

/** Exit codes: 1 some input failed, 2 the call is wrong, 74 the output could not be written. */
export const Exit = { done: 0, failed: 1, usage: 2, write: 74, interrupted: 130 } as const;

/** A call that cannot be carried out: said on one line, exit 2. */
export class UsageError extends Error {}

type Said = Pick<Problem, 'file' | 'what' | 'remedy'> & { code?: string };

/** One line on standard error: `extract: FILE: what is wrong (what to do)`, or as JSON. */
export function say(
  problem: Said,
  { json = false, level = 'error' }: { json?: boolean; level?: 'error' | 'warning' } = {},
): void {
  if (json) {
    const { file, what, remedy, code } = problem;
    toStandardError(`${JSON.stringify({ level, file, message: what, remedy, code: code ?? null })}\n`);
    return;
  }
  const remedy = problem.remedy ? ` (${problem.remedy})` : '';
  toStandardError(`extract: ${harmless(`${problem.file}: ${problem.what}${remedy}`)}\n`);
}

/** Standard error without `process.stderr`, which takes longer to load than a small page to read. */
export function toStandardError(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody is left to be told.
  }
}
