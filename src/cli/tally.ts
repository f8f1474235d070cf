import { isTerminal } from '../output/sink.ts';
import { harmless } from '../output/terminal.ts';
import { type EncodedEvent, typesIn } from './pool-messages.ts';
import { toStandardError } from './report.ts';
import type { WorkEvent } from './work.ts';

/** Counts of a run, for the summary and the progress bar. */
export interface Tally {
  add(event: WorkEvent | EncodedEvent): void;
  records: number;
  /** Inputs that failed. */
  failed: number;
  /** Inputs that were read to their end. */
  read: number;
}

export interface TallyOptions {
  inputs: number;
  summary: boolean;
  progress: boolean;
}

const PROGRESS_AFTER_MS = 1000;
const PROGRESS_EVERY_MS = 100;

/** Counts what happens and shows a progress bar once the work has taken a second. */
export function createTally(options: TallyOptions): Tally & { finish(): void } {
  const started = Date.now();
  const byType = new Map<string, number>();
  let articles = 0;
  let repairs = 0;
  let flags = 0;
  let bytes = 0;
  let shownAt = started + PROGRESS_AFTER_MS - PROGRESS_EVERY_MS;
  let isShown = false;
  const addTypes = (types: Record<string, number>) => {
    for (const [type, n] of Object.entries(types)) byType.set(type, (byType.get(type) ?? 0) + n);
  };
  const tally: Tally & { finish(): void } = {
    records: 0,
    failed: 0,
    read: 0,
    add(event) {
      if (event.kind === 'problem') tally.failed++;
      else if (event.kind === 'records') {
        tally.records += event.records.length;
        if (options.summary) addTypes(typesIn(event.records));
      } else if (event.kind === 'encoded') {
        for (const n of Object.values(event.types)) tally.records += n;
        addTypes(event.types);
      } else if (event.kind === 'done') {
        tally.read++;
        articles += event.summary.articles;
        repairs += event.repairs;
        flags += event.flags;
        bytes += event.bytes;
      }
      if (options.progress) progress();
    },
    finish() {
      if (isShown) toStandardError('\r\u001b[K');
      if (options.summary) toStandardError(summary());
    },
  };
  function progress() {
    const now = Date.now();
    if (now - shownAt < PROGRESS_EVERY_MS) return;
    shownAt = now;
    isShown = true;
    const done = tally.read + tally.failed;
    const filled = Math.min(20, Math.floor((20 * done) / Math.max(1, options.inputs)));
    const bar = '█'.repeat(filled) + '░'.repeat(20 - filled);
    toStandardError(`\r\u001b[K${bar} ${done}/${options.inputs} files, ${tally.records} records`);
  }
  function summary(): string {
    const types = [...byType].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type, n]) => `${type} ${n}`);
    const seconds = ((Date.now() - started) / 1000).toFixed(2);
    return [
      `files    ${tally.read} read, ${tally.failed} failed (${bytes} bytes)`,
      `articles ${articles}`,
      `records  ${tally.records}${types.length > 0 ? `: ${types.join(', ')}` : ''}`,
      `repairs  ${repairs}, flags ${flags}`,
      `seconds  ${seconds}`,
      '',
    ]
      .map((line) => harmless(line))
      .join('\n');
  }
  return tally;
}

/** Whether standard error is a terminal; it may be closed. */
export function isErrorTerminal(): boolean {
  try {
    return isTerminal(2);
  } catch {
    return false;
  }
}
