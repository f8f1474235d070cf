/** A stretch of text with the marks that lie on it. */
export interface Segment<T> {
  start: number;
  end: number;
  marks: T[];
}

export interface Range {
  start: number;
  end: number;
}

/** Cuts [start, end) wherever a mark begins or ends, so that marks may overlap in any way. */
export function segmentsOf<T extends Range>(start: number, end: number, marks: readonly T[]): Segment<T>[] {
  const inside = marks.filter((m) => m.start < end && m.end > start);
  const cuts = new Set([start, end]);
  for (const m of inside) {
    cuts.add(Math.max(start, m.start));
    cuts.add(Math.min(end, m.end));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => ({
    start: from,
    end: at[i + 1]!,
    marks: inside.filter((m) => m.start <= from && m.end >= at[i + 1]!),
  }));
}
