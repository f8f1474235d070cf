import type { Problem } from '../input/problem.ts';

/** Exit codes: 1 some input failed, 2 the call is wrong, 74 the output could not be written. */
export const Exit = { failed: 1, usage: 2, write: 74 } as const;

/** A call that cannot be carried out: said on one line, exit 2. */
export class UsageError extends Error {}

// Terminal escapes in a file's name must not reach the terminal raw.
const printable = (s: string): string => s.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '?');

/** One line on standard error: `extract: FILE: what is wrong (what to do)`. */
export function say(problem: Pick<Problem, 'file' | 'what' | 'remedy'>): void {
  const remedy = problem.remedy ? ` (${problem.remedy})` : '';
  process.stderr.write(`extract: ${printable(`${problem.file}: ${problem.what}${remedy}`)}\n`);
}
