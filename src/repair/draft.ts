import { RunMap } from './offset-map.ts';
import type { EditReason } from './types.ts';
import { createUnits, type Units } from './units.ts';

/** Edits of one pass: reason, from, to in the text it read. Three numbers an edit. */
export type EditLog = number[];

// biome-ignore format: one line a group
export const REASONS: readonly EditReason[] = [
  'line-end', 'wrapped-line', 'split-number', 'split-unit',
  'stray-space', 'spaced-digits', 'spaced-letters',
  'full-width', 'look-alike', 'doubled-glyph', 'entity', 'control',
];

/** Longer runs are copied natively; for shorter ones the call costs more than the copying. */
const LONG = 160;

/**
 * A text in the making: takes the edits of a text in its order and copies what stands between them. The mended text is never
 * longer than what it was made from.
 */
export class Draft {
  length = 0;
  isChanged = false;
  /** The mended text's units. */
  readonly made: Units;
  private source: Uint16Array;
  /** All before it is decided. */
  private done = 0;
  private readonly runs = new RunMap();
  private log: EditLog | null = null;

  constructor(capacity: number) {
    this.made = createUnits(capacity);
    this.source = this.made.at;
  }

  /** Begins anew. Edits are written down where there is a log. */
  begin(source: Uint16Array, log: EditLog | null): void {
    this.source = source;
    this.log = log;
    this.length = this.done = 0;
    this.runs.clear();
    this.isChanged = false;
  }

  drop(from: number, to: number, reason: EditReason): void {
    this.keepTo(from);
    this.done = to;
    this.isChanged = true;
    if (this.log !== null) this.log.push(REASONS.indexOf(reason), from, to);
  }

  /** Puts one code unit in the place of some. */
  replace(from: number, to: number, by: number, reason: EditReason): void {
    this.keepTo(from);
    this.runs.push(this.length, from);
    this.made.at[this.length++] = by;
    this.done = to;
    this.isChanged = true;
    if (this.log !== null) this.log.push(REASONS.indexOf(reason), from, to);
  }

  /** Length of the mended text if nothing more is edited before `raw`. */
  lengthAt(raw: number): number {
    return this.length + raw - this.done;
  }

  /** Ends the text, whose source has `length` units. */
  end(length: number): void {
    if (this.isChanged) this.keepTo(length);
    this.made.at[this.length] = 10;
  }

  /** The way back; `length` is the source's. */
  map(length: number): RunMap {
    if (this.isChanged) this.runs.push(this.length, length);
    else this.runs.push(0, 0);
    return this.runs.copy();
  }

  private keepTo(to: number): void {
    const from = this.done;
    if (to === from) return;
    this.runs.push(this.length, from);
    const { source, length } = this;
    const made = this.made.at;
    if (to - from > LONG) made.set(source.subarray(from, to), length);
    else for (let k = from; k < to; k++) made[length + k - from] = source[k]!;
    this.length = length + to - from;
    this.done = to;
  }
}
