import type { Encoding } from '../../input/decode.ts';
import { readFileList, resolveInputs } from '../../input/inputs.ts';
import { COLUMNS } from '../../output/columns.ts';
import {
  fileOutput,
  identityOfTarget,
  ReaderGone,
  type Sink,
  standardOutput,
  WriteFailure,
} from '../../output/sink.ts';
import { createWriter, type Format, formatOfName, isBinaryFormat, type RecordWriter } from '../../output/writer.ts';
import { wantsColour } from '../colour.ts';
import { overInputs } from '../jobs.ts';
import { type EncodedEvent, recordsIn, type WorkerSetup } from '../pool-messages.ts';
import { Exit, say, UsageError } from '../report.ts';
import { createTally, isErrorTerminal } from '../tally.ts';
import { IS_TARGET, type WorkEvent, type WorkSettings } from '../work.ts';

export interface ExtractFlags {
  format?: Format;
  output?: string;
  date?: string;
  types?: ReadonlySet<string>;
  escapeFormulas: boolean;
  color: boolean;
  rules?: string[];
  filesFrom?: string;
  apply?: string[];
  documents?: boolean;
  encoding?: Encoding;
  jobs?: number;
  columns?: string[];
  headers?: 'en' | 'zh';
  excel?: boolean;
  strict?: boolean;
  failEmpty?: boolean;
  jsonErrors?: boolean;
  summary?: boolean;
  quiet?: boolean;
}

/** Records are turned into text this many at a time: what they take stays in the cache, and no text grows without bound. */
const BATCH = 250;
const BREATH_EVERY_MS = 50;
/** So long a signal waits for a write under way. */
const PATIENCE_MS = 200;

/** `extract [inputs…]`: every figure of every input, in order, in the format asked for. */
export async function extract(args: readonly string[], flags: ExtractFlags): Promise<number> {
  if (flags.documents) return (await import('./documents.ts')).documents(args, flags);
  const named = flags.filesFrom === undefined ? args : [...args, ...listed(flags.filesFrom)];
  const readsInput = named.length === 0 && flags.filesFrom === undefined;
  if (readsInput && process.stdin.isTTY)
    throw new UsageError('nothing to read: name files, folders or globs, or - for standard input');
  const format = formatFor(flags);
  const inputs = await resolveInputs(readsInput ? ['-'] : named);
  const sink = flags.output === undefined ? standardOutput() : fileOutput(flags.output);
  const stop = stopOnSignals(sink);
  try {
    const actual = format ?? (sink.isTerminal ? 'table' : 'csv');
    const writer = await writerFor(actual, flags, sink);
    return await run(inputs, flags, actual, writer, sink);
  } catch (error) {
    sink.abort();
    if (error instanceof ReaderGone) return Exit.done;
    if (!(error instanceof WriteFailure)) throw error;
    const remedy = error.code === 'ENOSPC' ? 'make room on the disk, or write elsewhere' : 'write elsewhere';
    say(
      { file: error.target, what: `cannot be written: ${error.message}`, remedy, code: error.code },
      { json: flags.jsonErrors },
    );
    return Exit.write;
  } finally {
    stop();
  }
}

async function run(
  inputs: Awaited<ReturnType<typeof resolveInputs>>,
  flags: ExtractFlags,
  format: Format,
  writer: RecordWriter,
  sink: Sink,
): Promise<number> {
  const onTerminal = !flags.quiet && isErrorTerminal();
  const summary = !flags.quiet && (flags.summary === true || onTerminal);
  const tally = createTally({ inputs: inputs.length, summary, progress: onTerminal && !sink.isTerminal });
  const settings: WorkSettings = {
    encoding: flags.encoding ?? null,
    date: flags.date ?? null,
    types: flags.types ? [...flags.types] : null,
    rules: flags.rules ?? [],
    target: flags.output === undefined ? null : identityOfTarget(flags.output),
    countRepairs: summary,
  };
  await sink.write(writer.begin());
  let stopped = false;
  let breathedAt = Date.now();
  const setup: WorkerSetup = {
    settings,
    format: format === 'csv' && !flags.apply ? 'csv' : 'ndjson',
    writer: { ...optionsFor(format, flags, sink), columns: columnNames(flags, null) },
  };
  const found = overInputs(inputs, setup, flags.jobs ?? null);
  const events = flags.apply ? (await import('../apply.ts')).applying(flags.apply)(found) : found;
  for await (const event of events) {
    tally.add(event);
    await handle(event, flags, format, writer, sink);
    // Files are read and written at once: without a pause no signal would be heard.
    if (Date.now() - breathedAt > BREATH_EVERY_MS) {
      await new Promise(setImmediate);
      breathedAt = Date.now();
    }
    if (event.kind === 'problem' && flags.strict) {
      stopped = true;
      break;
    }
  }
  await sink.write(await writer.end());
  await sink.flush();
  tally.finish();
  // A file that stood there before is worth more than one with a heading only.
  const nothingRead = tally.read === 0 && tally.failed > 0;
  if (flags.output !== undefined && (stopped || nothingRead)) {
    sink.abort();
    say(
      { file: flags.output, what: 'not written, as inputs failed', remedy: null, code: 'NOT-WRITTEN' },
      { json: flags.jsonErrors },
    );
  } else await sink.commit();
  if (tally.failed > 0) return Exit.failed;
  if (flags.failEmpty && tally.records === 0) {
    say(
      { file: flags.output ?? 'standard output', what: 'no record was found', remedy: null, code: 'EMPTY' },
      { json: flags.jsonErrors },
    );
    return Exit.failed;
  }
  return Exit.done;
}

async function handle(
  event: WorkEvent | EncodedEvent,
  flags: ExtractFlags,
  format: Format,
  writer: RecordWriter,
  sink: Sink,
): Promise<void> {
  switch (event.kind) {
    case 'records':
      for (let at = 0; at < event.records.length; at += BATCH)
        await sink.write(
          writer.records(event.records.length <= BATCH ? event.records : event.records.slice(at, at + BATCH)),
        );
      break;
    case 'encoded':
      await sink.write(
        format === 'csv' ? event.text : (writer.lines?.(event.text) ?? writer.records(recordsIn(event.text))),
      );
      break;
    case 'warning':
      if (!flags.quiet) say(event.problem, { json: flags.jsonErrors, level: 'warning' });
      break;
    case 'problem':
      if (event.problem.code === IS_TARGET)
        throw new UsageError(`${flags.output}: is one of the inputs (write to another file)`);
      say(event.problem, { json: flags.jsonErrors });
      break;
    case 'done':
      writer.file?.(event.summary);
  }
}

async function writerFor(format: Format, flags: ExtractFlags, sink: Sink): Promise<RecordWriter> {
  const short = format === 'table' ? (await import('../../output/table.ts')).TABLE_COLUMNS : null;
  const columns = columnNames(flags, short).map((name) => COLUMNS.find((c) => c.name === name)!);
  return createWriter(format, { ...optionsFor(format, flags, sink), columns });
}

const columnNames = (flags: ExtractFlags, usual: readonly string[] | null): readonly string[] =>
  flags.columns ?? usual ?? COLUMNS.map((c) => c.name);

const optionsFor = (format: Format, flags: ExtractFlags, sink: Sink) => ({
  headers: flags.headers ?? ('en' as const),
  excel: flags.excel === true,
  escapeFormulas: flags.escapeFormulas,
  width: format !== 'table' ? 0 : sink.isTerminal ? process.stdout.columns : Number(process.env.COLUMNS) || 120,
  colour: wantsColour(flags.color, sink.isTerminal),
});

/** The format asked for; null where it is left to what the output is. */
function formatFor(flags: ExtractFlags): Format | null {
  const { output } = flags;
  const ofName = output === undefined ? null : formatOfName(output);
  const format = flags.format ?? ofName;
  if (format && isBinaryFormat(format) && output === undefined)
    throw new UsageError(`${format} is written to a file only (name it with -o)`);
  if (flags.excel && format !== null && format !== 'csv' && flags.format !== undefined)
    throw new UsageError(`--excel is for csv (leave it out for ${format})`);
  if (format || output === undefined || output.startsWith('/dev/')) return format;
  throw new UsageError(
    `${output}: no format has this ending (end it in .csv, .json, .ndjson, .xlsx or .parquet, or name one with --format)`,
  );
}

function listed(list: string): string[] {
  try {
    return readFileList(list);
  } catch (error) {
    throw new UsageError(
      `${list}: the list cannot be read: ${(error as Error).message.split(',')[0]} (check its name)`,
    );
  }
}

/** Ctrl-C leaves no half file. Gives what takes the handlers away again. */
function stopOnSignals(sink: Sink): () => void {
  const codes = { SIGINT: Exit.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;
  const removals = Object.entries(codes).map(([signal, code]) => {
    const handler = () => {
      sink.abort();
      for (const remove of removals) remove();
      // A thread that waits for a reader would keep the process from ending: the signal itself ends it.
      const until = Date.now() + PATIENCE_MS;
      const end = () => {
        if (!sink.isWaiting()) process.exit(code);
        else if (Date.now() < until) setTimeout(end, 5);
        else process.kill(process.pid, signal);
      };
      end();
    };
    process.once(signal, handler);
    return () => process.removeListener(signal, handler);
  });
  return () => {
    for (const remove of removals) remove();
  };
}
