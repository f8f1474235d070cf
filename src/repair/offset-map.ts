import type { OffsetMap } from './types.ts';

/**
 * A map made of runs: from `at[i]` on, a repaired offset is `to[i]` plus its distance. Taking characters out is all that a
 * repair does to offsets, so one pair of numbers stands for a whole run of text.
 */
export class RunMap implements OffsetMap {
  private at: Int32Array;
  private to: Int32Array;
  private count = 0;
  private hint = 0;

  constructor(capacity = 64) {
    this.at = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
  }

  /** Forgets all runs. */
  clear(): void {
    this.count = 0;
    this.hint = 0;
  }

  /** A map of its own with these runs. */
  copy(): RunMap {
    const map = new RunMap(0);
    map.at = this.at.slice(0, this.count);
    map.to = this.to.slice(0, this.count);
    map.count = this.count;
    return map;
  }

  /** From repaired offset `at` on, raw offsets run from `to`. Call with rising `at`; a run that only goes on is not stored. */
  push(at: number, to: number): void {
    const last = this.count - 1;
    if (last >= 0) {
      if (to - at === this.to[last]! - this.at[last]!) return;
      if (this.at[last] === at) {
        this.to[last] = to;
        return;
      }
    }
    if (this.count === this.at.length) {
      const at2 = new Int32Array(this.count * 2);
      const to2 = new Int32Array(this.count * 2);
      at2.set(this.at);
      to2.set(this.to);
      this.at = at2;
      this.to = to2;
    }
    this.at[this.count] = at;
    this.to[this.count++] = to;
  }

  toRaw(offset: number): number {
    const i = this.run(this.at, offset);
    return i < 0 ? offset : this.to[i]! + offset - this.at[i]!;
  }

  toRepaired(raw: number): number {
    const i = this.run(this.to, raw);
    if (i < 0) return 0;
    const offset = this.at[i]! + raw - this.to[i]!;
    return i + 1 < this.count ? Math.min(offset, this.at[i + 1]!) : offset;
  }

  /** The runs as pairs, for printing. */
  runs(): [number, number][] {
    return Array.from({ length: this.count }, (_, i) => [this.at[i]!, this.to[i]!]);
  }

  /** This map after `outer`: this leads to the middle text, `outer` from there to the raw one. */
  after(outer: RunMap): RunMap {
    const map = new RunMap(this.count + outer.count);
    let o = 0;
    for (let i = 0; i < this.count; i++) {
      const end = i + 1 < this.count ? this.at[i + 1]! : Number.MAX_SAFE_INTEGER;
      let at = this.at[i]!;
      let middle = this.to[i]!;
      while (o + 1 < outer.count && outer.at[o + 1]! <= middle) o++;
      while (o > 0 && outer.at[o]! > middle) o--;
      for (;;) {
        map.push(at, outer.to[o]! + middle - outer.at[o]!);
        if (o + 1 >= outer.count) break;
        const step = outer.at[o + 1]! - middle;
        if (at + step >= end) break;
        at += step;
        middle += step;
        o++;
      }
    }
    return map;
  }

  /** Index of the last run that begins at or before `x`; neighbouring questions are answered without a search. */
  private run(starts: Int32Array, x: number): number {
    let i = this.hint;
    if (i < this.count && starts[i]! <= x && (i + 1 >= this.count || starts[i + 1]! > x)) return i;
    let lo = 0;
    let hi = this.count;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (starts[mid]! <= x) lo = mid + 1;
      else hi = mid;
    }
    i = lo - 1;
    if (i >= 0) this.hint = i;
    return i;
  }
}
