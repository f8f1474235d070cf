import { cleanLine, type Sink } from './clean.ts';
import { Shape, shapesOf } from './furniture.ts';
import { decideJoins, JOIN_REASONS, WITH_SPACE } from './join.ts';
import { Fact, type Lines, measureLines } from './lines.ts';
import { RunMap } from './offset-map.ts';
import type { Edit, EditReason, Flag, Line, LineKind, SourceText } from './types.ts';

const KINDS: readonly LineKind[] = ['text', 'furniture', 'table'];
/** A pass only takes out or narrows characters, so passes end; more than a few would mean text made to fool it. */
const MOST_PASSES = 6;

/**
 * Mends a raw text: lines that a column's width or a torn numeral cut are joined, stray blanks taken out, full-width numerals
 * narrowed. The result keeps the way back to every raw character, and mending it again changes nothing. Never throws.
 */
export function repair(raw: string): SourceText {
  let pass = repairOnce(raw);
  let { map } = pass;
  const trail = [pass.edits];
  const maps = [map];
  for (let n = 1; n < MOST_PASSES && pass.changed; n++) {
    const again = repairOnce(pass.text);
    if (!again.changed) break;
    again.lines.forEach((line) => {
      const first = pass.lines[line.rawFirst - 1];
      const last = pass.lines[line.rawLast - 1];
      line.rawFirst = first?.rawFirst ?? line.rawFirst;
      line.rawLast = last?.rawLast ?? line.rawLast;
    });
    trail.push(again.edits);
    maps.push(map);
    map = again.map.after(map);
    pass = again;
  }
  return {
    raw,
    text: pass.text,
    map,
    lines: pass.lines,
    edits: () => expand(trail, maps, map),
    flags: flagsOf(pass.text, map),
  };
}

interface Pass {
  text: string;
  map: RunMap;
  lines: Line[];
  edits: EditLog;
  changed: boolean;
}

/** Edits of one pass: reason, from, to in the text it read, and the position in the text it made. Four numbers an edit. */
type EditLog = number[];
const REASONS: readonly EditReason[] = [
  'line-end',
  'wrapped-line',
  'split-number',
  'split-unit',
  'stray-space',
  'spaced-digits',
  'spaced-letters',
  'full-width',
  'look-alike',
  'doubled-glyph',
  'entity',
  'control',
];
const code = (reason: EditReason): number => REASONS.indexOf(reason);

function repairOnce(text: string): Pass {
  const l = measureLines(text);
  const shapes = shapesOf(text, l);
  const joins = decideJoins(text, l, shapes);
  const map = new RunMap();
  const edits: EditLog = [];
  const parts: string[] = [];
  const lines: Line[] = [];
  let length = 0;
  let keptTo = 0;
  let keptFrom = 0;
  const flush = (): void => {
    if (keptTo > keptFrom) parts.push(text.slice(keptFrom, keptTo));
  };
  const keep = (from: number, to: number): void => {
    if (from !== keptTo) {
      flush();
      keptFrom = from;
    }
    map.push(length, from);
    keptTo = to;
    length += to - from;
  };
  const drop = (from: number, to: number, reason: EditReason): void => {
    edits.push(code(reason), from, to, length);
  };
  const replace = (from: number, to: number, by: string, reason: EditReason): void => {
    flush();
    keptFrom = keptTo = to;
    map.push(length, from);
    edits.push(code(reason), from, to, length);
    parts.push(by);
    length += by.length;
  };
  const sink: Sink = { keep, drop, replace };
  let lineFrom = 0;
  let lineFirst = 0;
  let before = 0;
  for (let i = 0; i < l.count; i++) {
    const start = l.start[i]!;
    const end = l.end[i]!;
    const join = i > 0 ? joins[i - 1]! : 0;
    if (i === 0 || join === 0) {
      if (i > 0) {
        lines.push({
          start: lineFrom,
          end: length,
          kind: KINDS[shapes[i - 1]!]!,
          rawFirst: l.number[lineFirst]!,
          rawLast: l.number[i - 1]!,
        });
        if (start - before === 1 && text[before] === '\n') keep(before, start);
        else replace(before, start, '\n', 'line-end');
      } else if (start > 0) drop(0, start, 'line-end');
      lineFrom = length;
      lineFirst = i;
    } else if (join >= WITH_SPACE) replace(before, start, ' ', JOIN_REASONS[join - WITH_SPACE - 1]!);
    else drop(before, start, JOIN_REASONS[join - 1]!);
    if (l.facts[i]! & Fact.dirty)
      cleanLine(
        text,
        start,
        end,
        shapes[i] === Shape.table ? 'table' : isProse(l, joins, i) ? 'prose' : 'headline',
        sink,
      );
    else keep(start, end);
    before = end;
  }
  if (l.count > 0)
    lines.push({
      start: lineFrom,
      end: length,
      kind: KINDS[shapes[l.count - 1]!]!,
      rawFirst: l.number[lineFirst]!,
      rawLast: l.number[l.count - 1]!,
    });
  if (before < text.length) drop(before, text.length, 'line-end');
  flush();
  const made = parts.join('');
  map.push(made.length, text.length);
  return { text: made, map, lines, edits, changed: made !== text };
}

/** A line that is a sentence or a part of one: it holds a mark, or is joined to its neighbours. */
const isProse = (l: Lines, joins: Uint8Array, i: number): boolean =>
  (l.facts[i]! & Fact.hasMark) !== 0 || joins[i] !== 0 || (i > 0 && joins[i - 1] !== 0);

/** The edits of all passes in raw and final offsets, in the raw text's order. */
function expand(trail: readonly EditLog[], maps: readonly RunMap[], final: RunMap): Edit[] {
  const edits: Edit[] = [];
  trail.forEach((log, n) => {
    for (let k = 0; k < log.length; k += 4) {
      const toRaw = (at: number): number => (n === 0 ? at : maps[n]!.toRaw(at));
      const rawStart = toRaw(log[k + 1]!);
      const rawEnd = log[k + 2]! > log[k + 1]! ? toRaw(log[k + 2]! - 1) + 1 : rawStart;
      const start = final.toRepaired(rawStart);
      edits.push({ reason: REASONS[log[k]!]!, rawStart, rawEnd, start, end: final.toRepaired(rawEnd) });
    }
  });
  return edits.sort((a, b) => a.rawStart - b.rawStart || a.rawEnd - b.rawEnd);
}

/** Numerals that lost a digit or a separator: 4.万亿元, 10,98,2011股. */
const BROKEN = /\d+\.(?=[万亿元吨%])|\d{1,3}(?:,\d{1,2}(?=,)|,\d{4,})[\d,]*/g;

function flagsOf(text: string, map: RunMap): Flag[] {
  const flags: Flag[] = [];
  for (const m of text.matchAll(BROKEN)) {
    const start = m.index;
    const end = start + m[0].length;
    flags.push({
      kind: 'broken-number',
      start,
      end,
      rawStart: map.toRaw(start),
      rawEnd: map.toRaw(end - 1) + 1,
      message: `'${m[0]}' lost a digit or a separator`,
    });
  }
  return flags;
}
