import tab from '@bomb.sh/tab/commander';
import { writeOut } from '../out.ts';
import { createProgram } from '../program.ts';
import { Exit, UsageError } from '../report.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** `extract completions SHELL`: a script for the shell, which asks this command while the user types. */
export async function completions([shell]: readonly string[]): Promise<number> {
  if (!SHELLS.includes(shell!)) throw new UsageError(`${shell}: no such shell (name one of: ${SHELLS.join(', ')})`);
  const lines: string[] = [];
  const { log } = console;
  console.log = (...parts: unknown[]) => void lines.push(parts.join(' '));
  try {
    const program = createProgram('', {});
    tab(program);
    program.parse(['complete', shell!], { from: 'user' });
  } finally {
    console.log = log;
  }
  return lines.length > 0 ? writeOut(undefined, () => `${lines.join('\n')}\n`) : Exit.failed;
}

/** `extract complete -- WORDS…`: what may stand next, for the shell's script. */
export function complete(version: string, args: readonly string[]): void {
  const program = createProgram(version, {});
  tab(program);
  program.parse([...args], { from: 'user' });
}
