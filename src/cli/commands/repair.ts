import type { Encoding } from '../../input/decode.ts';
import { isProblem } from '../../input/problem.ts';
import { openSource } from '../../input/read.ts';
import { layout } from '../../layout/layout.ts';
import { printPage } from '../../layout/print.ts';
import { harmless } from '../../output/terminal.ts';
import { repair } from '../../repair/repair.ts';
import type { SourceText } from '../../repair/types.ts';
import { wantsColour } from '../colour.ts';
import { writeOut } from '../out.ts';
import { Exit, say } from '../report.ts';

export interface RepairFlags {
  diff?: boolean;
  format?: 'text' | 'json';
  output?: string;
  encoding?: Encoding;
  color: boolean;
}

/** `extract repair FILE`: the mended text, its edits, or both with the way back as JSON. */
export async function repairCommand([file]: readonly string[], flags: RepairFlags): Promise<number> {
  const source = await openSource({ name: file!, path: file === '-' ? null : file! }, flags.encoding ?? null);
  if (isProblem(source)) {
    say(source);
    return Exit.failed;
  }
  const mended = repair([...source.parts()].join(''));
  const print = async (isTerminal: boolean): Promise<string> => {
    if (flags.format === 'json') return `${JSON.stringify(asJson(file!, mended))}\n`;
    if (flags.diff) return diff(mended, wantsColour(flags.color, isTerminal));
    const text = printPage(layout(mended));
    return isTerminal ? text.split('\n').map(harmless).join('\n') : text;
  };
  return writeOut(flags.output, print);
}

function asJson(file: string, mended: SourceText) {
  const { articles } = layout(mended);
  return {
    file,
    text: mended.text,
    edits: mended.edits(),
    map: runsOf(mended),
    articles,
    lines: mended.lines,
    flags: mended.flags,
  };
}

/** The way back as runs `[offset in the text, offset in the raw text, length]`, over which both go up one by one. */
function runsOf({ text, map }: SourceText): [at: number, raw: number, length: number][] {
  const runs: [number, number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const raw = map.toRaw(at);
    const last = runs.at(-1);
    if (last && raw === last[1] + last[2]) last[2]++;
    else runs.push([at, raw, 1]);
  }
  return runs;
}

const AROUND = 8;

/** Each edit in its raw neighbourhood: what was there, what is now, and why. */
async function diff(mended: SourceText, colour: boolean): Promise<string> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const show = (text: string): string =>
    harmless(text.replaceAll('\r', '␍').replaceAll('\n', '⏎').replaceAll('\f', '␌').replaceAll('\t', '⇥'));
  const { raw } = mended;
  return mended
    .edits()
    .map((edit) => {
      const before = show(raw.slice(Math.max(0, edit.rawStart - AROUND), edit.rawStart));
      const after = show(raw.slice(edit.rawEnd, edit.rawEnd + AROUND));
      const was = chalk.red(`[-${show(raw.slice(edit.rawStart, edit.rawEnd))}-]`);
      const now = mended.text.slice(edit.start, edit.end);
      return `${before}${was}${now ? chalk.green(`{+${show(now)}+}`) : ''}${after}  ${chalk.dim(edit.reason)}\n`;
    })
    .join('');
}
