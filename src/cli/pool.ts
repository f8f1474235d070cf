import { Worker } from 'node:worker_threads';
import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import { type EncodedEvent, isLastEvent, type ToMain, type ToWorker, type WorkerSetup } from './pool-messages.ts';
import type { WorkEvent } from './work.ts';

type Event = WorkEvent | EncodedEvent;

interface Task {
  /** Index of the first input that has not ended. */
  next: number;
  end: number;
  /** What has come back and has not been given out. */
  events: { event: Event; from: Worker | null }[];
  isDone: boolean;
}

/** Files that are sent to a worker at once: enough that sending costs little, few enough that all have work. */
const LARGEST_TASK = 16;
/** Tasks that may be begun before the one whose output is due. */
const AHEAD = 4;

/**
 * What happens on the way through all inputs, in their order, worked on by `jobs` threads that run `script`. A worker that dies costs the file
 * that it was at; the rest of what it had is done by another.
 */
export async function* overPool(
  inputs: readonly (Input | Problem)[],
  setup: WorkerSetup,
  jobs: number,
  script: URL = new URL('../worker.js', import.meta.url),
): AsyncGenerator<Event> {
  const size = Math.min(LARGEST_TASK, Math.max(1, Math.ceil(inputs.length / (jobs * 8))));
  const tasks: Task[] = [];
  for (let at = 0; at < inputs.length; at += size)
    tasks.push({ next: at, end: Math.min(at + size, inputs.length), events: [], isDone: false });
  const workers = new Set<Worker>();
  let begun = 0;
  let due = 0;
  let wake: () => void = () => {};
  let isOver = false;

  const begin = (worker: Worker, index: number) => {
    const task = tasks[index]!;
    // Names that cannot be read are problems already: they are given out at their place.
    const end = firstProblem(inputs, task.next, task.end);
    if (end === task.next) {
      if (task.next < task.end) {
        task.events.push({ event: { kind: 'problem', problem: inputs[task.next++] as Problem }, from: null });
        return begin(worker, index);
      }
      task.isDone = true;
      wake();
      return proceed(worker);
    }
    current.set(worker, index);
    const message: ToWorker = {
      kind: 'task',
      task: index,
      first: task.next,
      inputs: inputs.slice(task.next, end) as Input[],
    };
    worker.postMessage(message);
  };
  const current = new Map<Worker, number>();
  const idle: Worker[] = [];
  const proceed = (worker: Worker): void => {
    current.delete(worker);
    if (begun < tasks.length && begun < due + jobs + AHEAD) begin(worker, begun++);
    else idle.push(worker);
  };
  const start = (): Worker => {
    const worker = new Worker(script, { workerData: setup, resourceLimits: { maxYoungGenerationSizeMb: 12 } });
    workers.add(worker);
    worker.on('message', (message: ToMain) => {
      const task = tasks[message.task]!;
      if (message.kind === 'end') begin(worker, message.task);
      else {
        task.events.push({ event: message.event, from: worker });
        if (isLastEvent(message.event)) task.next = message.input + 1;
      }
      wake();
    });
    let reason = 'it ended unexpectedly';
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      workers.delete(worker);
      if (isOver) return;
      const index = current.get(worker);
      current.delete(worker);
      if (index === undefined) return;
      const task = tasks[index]!;
      for (const waiting of task.events) if (waiting.from === worker) waiting.from = null;
      if (task.next < task.end) {
        const { name } = inputs[task.next] as Input;
        const problem = {
          file: name,
          what: `the worker died: ${reason}`,
          remedy: 'try it alone with --jobs 1',
          code: 'CRASH',
        };
        task.events.push({ event: { kind: 'problem', problem }, from: null });
        task.next++;
      }
      begin(start(), index);
      wake();
    });
    return worker;
  };

  for (let i = 0; i < Math.min(jobs, tasks.length); i++) proceed(start());
  try {
    for (; due < tasks.length; due++) {
      const task = tasks[due]!;
      while (idle.length > 0 && begun < tasks.length && begun < due + jobs + AHEAD) begin(idle.pop()!, begun++);
      for (;;) {
        const next = task.events.shift();
        if (next) {
          if (next.from) next.from.postMessage({ kind: 'taken' } satisfies ToWorker);
          yield next.event;
        } else if (task.isDone) break;
        else
          await new Promise<void>((done) => {
            wake = done;
          });
      }
    }
  } finally {
    isOver = true;
    await Promise.all([...workers].map((worker) => worker.terminate()));
  }
}

/** Index of the first problem from `at`, `end` where there is none. */
function firstProblem(inputs: readonly (Input | Problem)[], at: number, end: number): number {
  while (at < end && !isProblem(inputs[at]!)) at++;
  return at;
}
