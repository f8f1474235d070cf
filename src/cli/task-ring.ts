import type { Input } from '../input/inputs.ts';
import { LAST_WINDOW } from '../layout/windows.ts';
import type { Task } from './pool-messages.ts';

/**
 * Tasks in memory that all threads share. The main thread puts them in, every thread takes the next one by itself: nobody waits for
 * the main thread, which reads and writes files and works on tasks too, and tasks are begun in their order.
 */

/** Tasks that may be under way or waiting, from the one whose output is due. */
const SLOTS = 32;
export const MOST_TASKS = SLOTS - 1;
/** What a task needs beside a window's text, in UTF-16 units. */
const HEADER = 1 << 17;
const SLOT_UNITS = LAST_WINDOW + HEADER;

// Places in the control array.
const PUT = 0;
const TAKEN = 1;
const FIRST_SLOT = 2;
// … and in each slot's part of it.
const OWNER = 0;
const INPUT = 1;
const HEADER_LENGTH = 2;
const TEXT_LENGTH = 3;
const ARTICLES = 4;
const FIELDS = 5;

const CONTROL_BYTES = 4 * (FIRST_SLOT + SLOTS * FIELDS);
const UNKNOWN = -1;

export const createRingMemory = (): SharedArrayBuffer => new SharedArrayBuffer(CONTROL_BYTES + SLOTS * SLOT_UNITS * 2);

export interface TaskRing {
  /** Main thread only: adds a task and gives its number. `articles` is 0 where a file's first window begins, else left out. */
  put(task: Task, articles?: 0): number;
  /** The number of the next task, which is the thread's from now on; null where none waits. */
  take(thread: number): number | null;
  /** The same, waiting until there is one. Workers only: it stops the whole thread. */
  waitAndTake(thread: number): number;
  read(task: number): Task;
  /** Says which of its inputs a task is at, for whoever finds it abandoned. */
  noteInput(task: number, input: number): void;
  inputOf(task: number): number;
  /** Whether the thread was the last to take the task. */
  isOf(task: number, thread: number): boolean;
  /** Says with which article number a window begins. */
  setArticles(task: number, articles: number): void;
  /** The number that a window's articles begin with; null where the window before it has not said so yet. */
  articlesOf(task: number): number | null;
  /** The same, waiting for it. Workers only. */
  waitForArticles(task: number): number;
}

export function taskRing(memory: SharedArrayBuffer): TaskRing {
  const control = new Int32Array(memory, 0, CONTROL_BYTES / 4);
  const field = (task: number, name: number): number => FIRST_SLOT + (task % SLOTS) * FIELDS + name;
  const data = Buffer.from(memory, CONTROL_BYTES);
  const byteOf = (task: number): number => (task % SLOTS) * SLOT_UNITS * 2;

  const take = (thread: number): number | null => {
    for (;;) {
      const next = Atomics.load(control, TAKEN);
      if (next >= Atomics.load(control, PUT)) return null;
      if (Atomics.compareExchange(control, TAKEN, next, next + 1) !== next) continue;
      Atomics.store(control, field(next, OWNER), thread);
      return next;
    }
  };
  const articlesOf = (task: number): number | null => {
    const articles = Atomics.load(control, field(task, ARTICLES));
    return articles === UNKNOWN ? null : articles;
  };
  return {
    put(task, articles) {
      const n = Atomics.load(control, PUT);
      const text = task.kind === 'window' ? task.window.text : '';
      const header = JSON.stringify(task.kind === 'window' ? { ...task, window: { ...task.window, text: '' } } : task);
      const at = byteOf(n);
      data.write(header, at, 'utf16le');
      data.write(text, at + 2 * header.length, 'utf16le');
      control[field(n, HEADER_LENGTH)] = header.length;
      control[field(n, TEXT_LENGTH)] = text.length;
      control[field(n, INPUT)] = 0;
      control[field(n, OWNER)] = UNKNOWN;
      if (articles !== undefined) Atomics.store(control, field(n, ARTICLES), articles);
      // Whoever takes this one says it of the next, which may not be there yet.
      Atomics.store(control, field(n + 1, ARTICLES), UNKNOWN);
      Atomics.store(control, PUT, n + 1);
      Atomics.notify(control, PUT);
      return n;
    },
    take,
    waitAndTake(thread) {
      for (;;) {
        const put = Atomics.load(control, PUT);
        const task = take(thread);
        if (task !== null) return task;
        Atomics.wait(control, PUT, put);
      }
    },
    read(task) {
      const at = byteOf(task);
      const textAt = at + 2 * control[field(task, HEADER_LENGTH)]!;
      const read = JSON.parse(data.toString('utf16le', at, textAt)) as Task;
      if (read.kind === 'window')
        read.window.text = data.toString('utf16le', textAt, textAt + 2 * control[field(task, TEXT_LENGTH)]!);
      else read.inputs = read.inputs.map(withPath);
      return read;
    },
    noteInput: (task, input) => {
      Atomics.store(control, field(task, INPUT), input);
    },
    inputOf: (task) => Atomics.load(control, field(task, INPUT)),
    isOf: (task, thread) => Atomics.load(control, field(task, OWNER)) === thread,
    setArticles(task, articles) {
      Atomics.store(control, field(task, ARTICLES), articles);
      Atomics.notify(control, field(task, ARTICLES));
    },
    articlesOf,
    waitForArticles(task) {
      for (;;) {
        const articles = articlesOf(task);
        if (articles !== null) return articles;
        Atomics.wait(control, field(task, ARTICLES), UNKNOWN);
      }
    },
  };
}

/** A name that is no UTF-8 stays bytes. */
function withPath({ name, path }: Input): Input {
  const { data } = (path ?? {}) as { data?: number[] };
  return { name, path: data ? Buffer.from(data) : path };
}
