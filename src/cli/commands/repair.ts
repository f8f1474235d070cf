import { isProblem } from '../../input/problem.ts';
import { openSource } from '../../input/read.ts';
import { layout } from '../../layout/layout.ts';
import { printPage } from '../../layout/print.ts';
import { standardOutput } from '../../output/sink.ts';
import { repair } from '../../repair/repair.ts';
import type { SourceText } from '../../repair/types.ts';
import { Exit, say } from '../problems.ts';

export interface RepairFlags {
  diff?: boolean;
  format?: 'text' | 'json';
  color: boolean;
}

/** `extract repair FILE`: the mended text, its edits, or both with the way back as JSON. */
export async function repairCommand(file: string, flags: RepairFlags): Promise<void> {
  const source = await openSource({ name: file, path: file === '-' ? null : file }, null);
  if (isProblem(source)) {
    say(source);
    process.exitCode = Exit.failed;
    return;
  }
  const mended = repair([...source.parts()].join(''));
  const out = standardOutput();
  if (flags.format === 'json') {
    const { articles } = layout(mended);
    out.write(
      `${JSON.stringify({ file, text: mended.text, articles, lines: mended.lines, flags: mended.flags, edits: mended.edits() })}\n`,
    );
  } else if (flags.diff) out.write(await diff(mended, flags));
  else out.write(printPage(layout(mended)));
}

/** Each edit in its raw neighbourhood: what was there, what is now, and why. */
async function diff(mended: SourceText, flags: RepairFlags): Promise<string> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({
    level: flags.color && !process.env.NO_COLOR && (process.stdout.isTTY || process.env.FORCE_COLOR) ? 1 : 0,
  });
  const show = (s: string): string =>
    s.replaceAll('\r', '␍').replaceAll('\n', '⏎').replaceAll('\f', '␌').replaceAll('\t', '⇥');
  const { raw } = mended;
  return mended
    .edits()
    .map((e) => {
      const before = show(raw.slice(Math.max(0, e.rawStart - 8), e.rawStart));
      const after = show(raw.slice(e.rawEnd, e.rawEnd + 8));
      const now = mended.text.slice(e.start, e.end);
      return `${before}${chalk.red(`[-${show(raw.slice(e.rawStart, e.rawEnd))}-]`)}${now ? chalk.green(`{+${show(now)}+}`) : ''}${after}  ${chalk.dim(e.reason)}\n`;
    })
    .join('');
}
