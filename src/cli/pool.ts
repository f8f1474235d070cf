import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Input } from '../input/inputs.ts';
import type { Problem } from '../input/problem.ts';
import { LAST_WINDOW } from '../layout/windows.ts';
import { type ArticleNumbers, createPerformer } from './perform.ts';
import { type LongText, planOf, type Step } from './plan.ts';
import type { EncodedEvent, TaskEvent, ToMain, WorkerData, WorkerSetup } from './pool-messages.ts';
import { createRingMemory, MOST_TASKS, taskRing } from './task-ring.ts';
import { ended, type WorkEvent } from './work.ts';

/** A step that is planned and whose events have not been given out. */
interface Pending {
  step: Step;
  /** Its number in the ring; null for what only the main thread does. */
  task: number | null;
  bytes: number;
  /** What came of it; null while it is under way. */
  events: TaskEvent[] | null;
  /** Files of the task at which a worker died, by their index. */
  lost: Map<number, TaskEvent>;
}

export interface PoolOptions {
  /** What a worker runs. */
  script: string | URL;
  /** Whether the main thread works on tasks too; it should but in tests of what workers do. */
  mainWorks: boolean;
}

/** Bytes of input for each thread that may be under way or done before they are due: bounds the memory. */
const AHEAD = 2 << 20;
/** What a worker may allocate between two collections: half of what V8 takes by itself, for a few percent of time. */
const YOUNG_MB = 24;
/** So long the main thread waits for another to lay out the window before. */
const LAYOUT_MS = 1;

/**
 * What happens on the way through all inputs, in their order, worked on by `jobs` threads, of which the main thread is one. A worker
 * that dies costs the file that it was at; the rest of what it had is done by the main thread.
 */
export async function* overPool(
  inputs: readonly (Input | Problem)[],
  setup: WorkerSetup,
  jobs: number,
  { script = join(import.meta.dirname, '../worker.cjs'), mainWorks = true }: Partial<PoolOptions> = {},
): AsyncGenerator<WorkEvent | EncodedEvent> {
  const memory = createRingMemory();
  const ring = taskRing(memory);
  const plan = planOf(inputs, setup.settings);
  const pending: Pending[] = [];
  const workers = new Set<Worker>();
  let bytesAhead = 0;
  let isPaused = false;
  let isPlanned = false;
  let isOver = false;
  let threads = 1;
  let wake: () => void = () => {};

  const startWorker = (): void => {
    const thread = threads++;
    const workerData: WorkerData = { setup, ring: memory, thread };
    const worker = new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    workers.add(worker);
    worker.on('message', ({ task, events }: ToMain) => {
      const waiting = pending.find((p) => p.task === task);
      if (waiting) waiting.events ??= events;
      wake();
    });
    let reason = 'it ended unexpectedly';
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      workers.delete(worker);
      if (isOver) return;
      const left = pending.find((p) => p.events === null && p.task !== null && ring.isOf(p.task, thread));
      // One that ends without a task could not begin at all, and another could not either.
      if (left) {
        takeOver(left, reason);
        startWorker();
      }
      wake();
    });
  };

  /** Says what an ended worker's task has lost, and leaves the rest of it to the main thread. */
  const takeOver = (left: Pending, reason: string): void => {
    const { step } = left;
    const task = left.task!;
    if (step.kind === 'window') {
      if (!step.task.window.isLast) ring.setArticles(task + 1, 0);
      left.events = [crash(step.task.file, reason)];
    } else if (step.kind === 'files') {
      const at = ring.inputOf(task);
      left.lost.set(at, crash(step.task.inputs[at]!.name, reason));
      left.task = null;
    }
  };

  /** Plans ahead until there is enough for all threads. */
  const planAhead = async (): Promise<void> => {
    while (
      !isPlanned &&
      pending.length < MOST_TASKS &&
      bytesAhead < AHEAD * jobs &&
      !(isPaused && pending.length > 0)
    ) {
      isPaused = false;
      const next = await plan.next();
      if (next.done) isPlanned = true;
      else if (next.value.kind === 'pause') isPaused = true;
      else {
        const waiting = pendingOf(next.value);
        bytesAhead += waiting.bytes;
        pending.push(waiting);
      }
    }
  };

  const pendingOf = (step: Step): Pending => {
    const waiting: Pending = { step, task: null, bytes: 0, events: null, lost: new Map() };
    if (step.kind === 'events') waiting.events = step.events;
    else if (step.kind === 'files' || step.kind === 'window') waiting.bytes = step.bytes;
    if (step.kind === 'files') waiting.task = ring.put(step.task);
    // A text that is read whole finds no room there.
    else if (step.kind === 'window' && step.task.window.text.length <= LAST_WINDOW)
      waiting.task = ring.put(step.task, step.isFirst ? 0 : undefined);
    return waiting;
  };

  const performer = await createPerformer(setup);
  const perform = ({ step, task, lost }: Pending): Promise<TaskEvent[]> => {
    if (step.kind === 'files') return performer.files(step.task, (i) => task !== null && ring.noteInput(task, i), lost);
    if (step.kind === 'window') return performer.window(step.task, task === null ? ALONE : numbersOf(task));
    throw new Error(`no task: ${step.kind}`);
  };
  const numbersOf = (task: number): ArticleNumbers => ({
    async first() {
      for (;;) {
        const articles = ring.articlesOf(task);
        if (articles !== null) return articles;
        // The thread that knows may die: that is heard only by who does not block.
        await new Promise((done) => setTimeout(done, LAYOUT_MS));
      }
    },
    setNext: (articles) => ring.setArticles(task + 1, articles),
  });

  /** The next task of the main thread's: what nobody else does, else what is next for all. */
  const ownTask = (): Pending | null => {
    const own = pending.find((p) => p.events === null && p.task === null && p.step.kind !== 'end');
    if (own) return own;
    const task = mainWorks || workers.size === 0 ? ring.take(MAIN) : null;
    return task === null ? null : pending.find((p) => p.task === task)!;
  };

  for (let i = mainWorks ? 1 : 0; i < jobs; i++) startWorker();
  try {
    for (;;) {
      await planAhead();
      const due = pending[0];
      if (!due) return;
      if (due.step.kind === 'end') due.events = endOf(due.step);
      if (due.events !== null) {
        pending.shift();
        bytesAhead -= due.bytes;
        yield* givenOut(due.events, due.step);
        continue;
      }
      const own = ownTask();
      if (own) {
        own.events = await perform(own);
        // What others have done, and signals, are heard only in between.
        await new Promise(setImmediate);
      } else
        await new Promise<void>((done) => {
          wake = done;
        });
    }
  } finally {
    isOver = true;
    await Promise.all([...workers].map((worker) => worker.terminate()));
  }
}

const MAIN = 0;
/** A text that is one window. */
const ALONE: ArticleNumbers = { first: () => 0, setNext: () => {} };

const crash = (file: string, reason: string): TaskEvent => ({
  kind: 'problem',
  problem: { file, what: `the worker died: ${reason}`, remedy: 'try it alone with --jobs 1', code: 'CRASH' },
});

const endOf = ({ text, problem }: Extract<Step, { kind: 'end' }>): TaskEvent[] => {
  if (text.hasFailed) return [];
  return problem ? [{ kind: 'problem', problem }] : [...ended(text.source, text.totals)];
};

/** The events of a step, those of a window counted into its text. */
function* givenOut(events: readonly TaskEvent[], step: Step): Generator<WorkEvent | EncodedEvent> {
  const text = step.kind === 'window' ? step.text : null;
  for (const event of events) {
    if (text?.hasFailed) return;
    if (event.kind === 'window') count(text!, event);
    else {
      if (text && event.kind === 'problem') text.hasFailed = true;
      yield event;
    }
  }
}

function count({ totals }: LongText, event: Extract<TaskEvent, { kind: 'window' }>): void {
  totals.records += event.records;
  totals.repairs += event.repairs;
  totals.flags += event.flags;
  totals.articles = event.articles;
}
