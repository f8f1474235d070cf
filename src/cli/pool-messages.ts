import type { Input } from '../input/inputs.ts';
import type { Window } from '../layout/windows.ts';
import type { WriterOptions } from '../output/writer.ts';
import type { FigureRecord } from '../record/schema.ts';
import type { WorkEvent, WorkSettings } from './work.ts';

/** What the threads of a run tell each other. Tasks go by shared memory (task-ring.ts), what came of them by messages. */

/** What all threads know from the beginning. */
export interface WorkerSetup {
  settings: WorkSettings;
  /** The form in which records come back. */
  format: 'csv' | 'ndjson';
  writer: WriterSetup;
}

/** `columns` by name: functions cannot be sent. */
export type WriterSetup = Omit<WriterOptions, 'columns'> & { columns: readonly string[] };

/** What a worker is started with. */
export interface WorkerData {
  setup: WorkerSetup;
  ring: SharedArrayBuffer;
  /** Its number among the threads; the main thread is 0. */
  thread: number;
}

/** What one thread does at a time. */
export type Task = FilesTask | WindowTask;

/** Some files, to be read from the disk. */
export interface FilesTask {
  kind: 'files';
  inputs: readonly Input[];
}

/** A part of a long text that the main thread has read and cut. */
export interface WindowTask {
  kind: 'window';
  file: string;
  sha256: string;
  /** The document's date; undefined leaves it to the text. */
  date?: string | null;
  window: Window;
}

/** Records that are text (UTF-8) already, with how many there are of each type. */
export interface EncodedEvent {
  kind: 'encoded';
  text: Uint8Array;
  types: Record<string, number>;
}

/** The last event of a window. */
export interface WindowEvent {
  kind: 'window';
  records: number;
  /** Articles of the file up to its end. */
  articles: number;
  repairs: number;
  flags: number;
}

export type TaskEvent = Exclude<WorkEvent, { kind: 'records' }> | EncodedEvent | WindowEvent;

/** What a worker sends: all that came of the task with this number. */
export interface ToMain {
  task: number;
  events: TaskEvent[];
}

export function typesIn(records: readonly FigureRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Records that a thread gave as NDJSON. */
export const recordsIn = (ndjson: Uint8Array): FigureRecord[] =>
  Buffer.from(ndjson.buffer, ndjson.byteOffset, ndjson.length)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FigureRecord);
