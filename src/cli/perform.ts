import { COLUMNS } from '../output/columns.ts';
import { createWriter, type Output } from '../output/writer.ts';
import { articlesBehind, pageOf } from '../pieces.ts';
import { recordsOf } from '../pipeline.ts';
import type { FigureRecord } from '../record/schema.ts';
import {
  type EncodedEvent,
  type FilesTask,
  type TaskEvent,
  typesIn,
  type WindowTask,
  type WorkerSetup,
} from './pool-messages.ts';
import { createEngineOf, faultOf, workWith } from './work.ts';

/** How one task is done, on whatever thread: everything that happens on the way through it, with the records as text already. */
export interface Performer {
  /** `onInput` is told the index of each file before it is opened. A file in `lost` is not opened: its event stands there. */
  files(task: FilesTask, onInput: (index: number) => void, lost?: ReadonlyMap<number, TaskEvent>): Promise<TaskEvent[]>;
  window(task: WindowTask, articles: ArticleNumbers): Promise<TaskEvent[]>;
}

/** Articles are numbered from one window to the next, each of which may be another thread's. */
export interface ArticleNumbers {
  /** The number that this window's articles begin with. */
  first(): number | Promise<number>;
  /** Says the next window's. Behind a file's last one stands another file's, whose number is known. */
  setNext(number: number): void;
}

/** Records are turned into text this many at a time: some 1 MB. */
const BATCH = 1000;

export async function createPerformer(setup: WorkerSetup): Promise<Performer> {
  const { settings } = setup;
  const engine = await createEngineOf(settings);
  const work = workWith(settings, engine);
  const columns = setup.writer.columns.map((name) => COLUMNS.find((c) => c.name === name)!);
  const writer = await createWriter(setup.format, { ...setup.writer, columns });
  writer.begin();
  const types = settings.types ? new Set(settings.types) : null;

  const encode = (records: readonly FigureRecord[], events: TaskEvent[]): void => {
    for (let at = 0; at < records.length; at += BATCH) {
      const batch = records.length <= BATCH ? records : records.slice(at, at + BATCH);
      events.push({ kind: 'encoded', text: bytesOf(writer.records(batch)), types: typesIn(batch) });
    }
  };
  return {
    async files({ inputs }, onInput, lost) {
      const events: TaskEvent[] = [];
      for (const [i, input] of inputs.entries()) {
        const loss = lost?.get(i);
        if (loss) {
          events.push(loss);
          continue;
        }
        onInput(i);
        for await (const event of work(input))
          if (event.kind === 'records') encode(event.records, events);
          else events.push(event);
      }
      return events;
    },
    async window({ file, sha256, date, window }, articles) {
      const events: TaskEvent[] = [];
      let next = 0;
      try {
        const page = pageOf(window);
        const first = await articles.first();
        next = articlesBehind(first, page, window);
        if (!window.isLast) articles.setNext(next);
        const records = recordsOf(page, { file, sha256, date, types, engine, origin: { ...window, articles: first } });
        encode(records, events);
        const repairs = settings.countRepairs ? page.source.edits().length : 0;
        const { length } = page.source.flags;
        events.push({ kind: 'window', records: records.length, articles: next, repairs, flags: length });
      } catch (error) {
        if (!window.isLast) articles.setNext(next);
        events.push({ kind: 'problem', problem: faultOf(file, error) });
      }
      return events;
    },
  };
}

/** The memory that goes to another thread with these events, instead of a copy. */
export const memoryOf = (events: readonly TaskEvent[]): ArrayBuffer[] =>
  events.filter((e): e is EncodedEvent => e.kind === 'encoded').map((e) => e.text.buffer as ArrayBuffer);

/** Bytes to give away: the writer's own are written over by its next. */
const bytesOf = (output: Output): Uint8Array =>
  typeof output === 'string' ? new TextEncoder().encode(output) : output.slice();
