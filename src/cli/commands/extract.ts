import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFileList, resolveInputs } from '../../input/inputs.ts';
import { isProblem } from '../../input/problem.ts';
import { openSource } from '../../input/read.ts';
import { type FormatName, formatOfEnding, loadFormat } from '../../output/format.ts';
import { fileOutput, type Sink, standardOutput } from '../../output/sink.ts';
import { createEngine, type Engine, extractText } from '../../pipeline.ts';
import { Exit, say, UsageError } from '../problems.ts';
import { loadOwnRules } from '../rules.ts';

export interface ExtractFlags {
  format?: FormatName;
  output?: string;
  date?: string;
  types?: ReadonlySet<string>;
  escapeFormulas: boolean;
  color: boolean;
  rules?: string[];
  /** A file with names to read, one a line. */
  filesFrom?: string;
}

/** `extract [files…]`: every figure of every file, in order, in the format asked for. */
export async function extract(files: readonly string[], flags: ExtractFlags): Promise<void> {
  const named = flags.filesFrom ? [...files, ...listed(flags.filesFrom)] : files;
  const inputs = await resolveInputs(named.length > 0 ? named : ['-']);
  const format = await loadFormat(formatName(flags), {
    escapeFormulas: flags.escapeFormulas,
    width: process.stdout.columns ?? 120,
    color: colorLevel(flags),
  });
  const engine: Engine | undefined = flags.rules ? createEngine(await loadOwnRules(flags.rules)) : undefined;
  const target = flags.output ? identityOf(flags.output) : null;
  let sink: Sink | null = null;
  let open: Sink | null = null;
  try {
    sink = open = flags.output ? fileOutput(resolve(flags.output)) : standardOutput();
    sink.write(format.begin());
    for (const input of inputs) {
      const source = isProblem(input) ? input : await openSource(input, null);
      if (isProblem(source)) {
        say(source);
        process.exitCode = Exit.failed;
        continue;
      }
      if (target && source.identity === target)
        throw new UsageError(`${flags.output}: is one of the inputs (write to another file)`);
      if (source.warning) say({ file: source.file, what: source.warning, remedy: null });
      const text = [...source.parts()].join('');
      sink.write(
        format.records(
          extractText(text, {
            file: source.file,
            sha256: source.sha256,
            date: flags.date ?? null,
            types: flags.types ?? null,
            engine,
          }),
        ),
      );
      if (source.bad.count > 0)
        say({
          file: source.file,
          what: `${source.bad.count} undecodable bytes, the first at byte ${source.bad.offsets[0]}, stand as U+FFFD`,
          remedy: 'check its encoding',
        });
    }
    sink.write(format.end());
    sink.done();
    open = null;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return;
    if (!code) throw error;
    say({
      file: flags.output ?? 'standard output',
      what: `cannot be written (${code})`,
      remedy: code === 'ENOSPC' ? 'make room on the disk' : null,
    });
    process.exitCode = Exit.write;
  } finally {
    open?.abandon();
  }
}

function listed(list: string): string[] {
  try {
    return readFileList(list);
  } catch (error) {
    throw new UsageError(`${list}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function formatName(flags: ExtractFlags): FormatName {
  if (flags.format) return flags.format;
  if (flags.output) {
    const format = formatOfEnding(flags.output);
    if (!format)
      throw new UsageError(
        `${flags.output}: no format has this ending (end it in .csv, .json, .ndjson or name one with --format)`,
      );
    return format;
  }
  return process.stdout.isTTY ? 'table' : 'csv';
}

function colorLevel(flags: ExtractFlags): 0 | 1 {
  if (!flags.color || process.env.NO_COLOR) return 0;
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return 1;
  return process.stdout.isTTY && !flags.output ? 1 : 0;
}

function identityOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
