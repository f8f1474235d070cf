import tab from '@bomb.sh/tab/commander';
import { writeOut } from '../out.ts';
import { createProgram } from '../program.ts';
import { Exit, UsageError } from '../report.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** `extract completions SHELL`: a script for the shell, which asks this command while the user types. */
export async function completions([shell]: readonly string[]): Promise<number> {
  if (!SHELLS.includes(shell!)) throw new UsageError(`${shell}: no such shell (name one of: ${SHELLS.join(', ')})`);
  const lines = answerOf(['complete', shell!]);
  return lines.length > 0 ? writeOut(undefined, () => `${lines.join('\n')}\n`) : Exit.failed;
}

const NO_FILES = ':4';
const FILES = ':0';

/** `extract complete -- WORDS…`: what may stand next, for the shell's script. */
export async function complete(args: readonly string[]): Promise<number> {
  const word = args.at(-1) ?? '';
  const lines = answerOf(args)
    // The library offers its own command too.
    .filter((line) => !line.startsWith('complete\t'))
    // An operand may be a file; only an option never is.
    .map((line) => (line === NO_FILES && !word.startsWith('-') ? FILES : line));
  return writeOut(undefined, () => lines.map((line) => `${line}\n`).join(''));
}

/** What the completion library prints for these arguments, line by line. */
function answerOf(args: readonly string[]): string[] {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...parts: unknown[]) => {
    lines.push(...parts.join(' ').split('\n'));
  };
  try {
    const program = createProgram('', {});
    tab(program);
    program.parse([...args], { from: 'user' });
  } finally {
    console.log = log;
  }
  return lines;
}
