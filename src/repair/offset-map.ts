import type { OffsetMap } from './types.ts';

/**
 * A map made of runs: from a run's repaired offset on, raw offsets are the run's raw one plus the distance. Taking characters
 * out is all that a repair does to offsets, so one pair of numbers stands for a whole run of text.
 */
export class RunMap implements OffsetMap {
  /** Repaired and raw offset of each run in turn. */
  private readonly pairs: number[];
  private count = 0;
  private hint = 0;

  constructor(pairs: number[] = []) {
    this.pairs = pairs;
  }

  /** From repaired offset `at` on, raw offsets run from `to`. Call with rising `at`; a run that only goes on is not stored. */
  push(at: number, to: number): void {
    const { pairs, count } = this;
    if (count > 0) {
      const last = 2 * count - 2;
      if (to - at === pairs[last + 1]! - pairs[last]!) return;
      if (pairs[last] === at) {
        pairs[last + 1] = to;
        return;
      }
    }
    pairs[2 * count] = at;
    pairs[2 * count + 1] = to;
    this.count = count + 1;
  }

  /** Forgets all runs. */
  clear(): void {
    this.count = 0;
    this.hint = 0;
  }

  /** A map of its own with these runs. */
  copy(): RunMap {
    const map = new RunMap(this.pairs.slice(0, 2 * this.count));
    map.count = this.count;
    return map;
  }

  toRaw(offset: number): number {
    const i = this.run(offset, 0);
    return i < 0 ? offset : this.pairs[2 * i + 1]! + offset - this.pairs[2 * i]!;
  }

  toRepaired(raw: number): number {
    const i = this.run(raw, 1);
    if (i < 0) return 0;
    const offset = this.pairs[2 * i]! + raw - this.pairs[2 * i + 1]!;
    return i + 1 < this.count ? Math.min(offset, this.pairs[2 * i + 2]!) : offset;
  }

  /** The runs as pairs, for printing. */
  runs(): [number, number][] {
    return Array.from({ length: this.count }, (_, i) => [this.pairs[2 * i]!, this.pairs[2 * i + 1]!]);
  }

  /** This map after `outer`: this leads to the middle text, `outer` from there to the raw one. */
  after(outer: RunMap): RunMap {
    const map = new RunMap();
    const { pairs } = outer;
    let o = 0;
    for (let i = 0; i < this.count; i++) {
      const end = i + 1 < this.count ? this.pairs[2 * i + 2]! : Number.MAX_SAFE_INTEGER;
      let at = this.pairs[2 * i]!;
      let middle = this.pairs[2 * i + 1]!;
      while (o + 1 < outer.count && pairs[2 * o + 2]! <= middle) o++;
      while (o > 0 && pairs[2 * o]! > middle) o--;
      for (;;) {
        map.push(at, pairs[2 * o + 1]! + middle - pairs[2 * o]!);
        if (o + 1 >= outer.count) break;
        const step = pairs[2 * o + 2]! - middle;
        if (at + step >= end) break;
        at += step;
        middle += step;
        o++;
      }
    }
    return map;
  }

  /** Index of the last run that begins at or before `x`, `side` 0 repaired, 1 raw; neighbouring questions need no search. */
  private run(x: number, side: 0 | 1): number {
    const { pairs, count, hint } = this;
    if (hint < count && pairs[2 * hint + side]! <= x && (hint + 1 >= count || pairs[2 * hint + 2 + side]! > x))
      return hint;
    let lo = 0;
    let hi = count;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (pairs[2 * mid + side]! <= x) lo = mid + 1;
      else hi = mid;
    }
    if (lo > 0) this.hint = lo - 1;
    return lo - 1;
  }
}
