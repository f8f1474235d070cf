import type { Input } from '../input/inputs.ts';
import type { WriterOptions } from '../output/writer.ts';
import type { FigureRecord } from '../record/schema.ts';
import type { WorkEvent, WorkSettings } from './work.ts';

/** What goes between the main thread and its workers. */

export interface WorkerSetup {
  settings: WorkSettings;
  /** The form in which records come back. */
  format: 'csv' | 'ndjson';
  writer: WriterSetup;
}

/** `columns` by name: functions cannot be sent. */
export type WriterSetup = Omit<WriterOptions, 'columns'> & { columns: readonly string[] };

export type ToWorker = { kind: 'task'; task: number; first: number; inputs: readonly Input[] } | { kind: 'taken' };

/** Records that a worker has turned into text (UTF-8) already, with how many there are of each type. */
export interface EncodedEvent {
  kind: 'encoded';
  text: Uint8Array;
  types: Record<string, number>;
}

export type ToMain =
  | { kind: 'event'; task: number; input: number; event: Exclude<WorkEvent, { kind: 'records' }> | EncodedEvent }
  | { kind: 'end'; task: number };

/** Whether nothing more comes from this input. */
export const isLastEvent = (event: { kind: string }): boolean => event.kind === 'done' || event.kind === 'problem';

export function typesIn(records: readonly FigureRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Records that a worker sent as NDJSON. */
export const recordsIn = (ndjson: Uint8Array): FigureRecord[] =>
  Buffer.from(ndjson.buffer, ndjson.byteOffset, ndjson.length)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FigureRecord);
