import { cleanLine, type Manner } from './clean.ts';
import { Draft, type EditLog, REASONS } from './draft.ts';
import { flagsOf } from './flags.ts';
import { markShapes, Shape } from './furniture.ts';
import { decideJoins } from './join.ts';
import { createLines, Fact, Join, type Lines, measureLines } from './lines.ts';
import type { RunMap } from './offset-map.ts';
import type { Edit, EditReason, Line, LineKind, SourceText } from './types.ts';
import { createUnits, readUnits, textOf, type Units } from './units.ts';

const KINDS: readonly LineKind[] = ['text', 'furniture', 'table'];
/** By `Join`; a line that stands has none. */
const JOIN_REASONS: readonly EditReason[] = ['line-end', 'wrapped-line', 'split-number', 'split-unit'];
/** A pass only takes out or narrows characters, so passes end; more than a few would mean text made to fool it. */
const MOST_PASSES = 6;

/**
 * Mends a raw text: lines that a column's width or a torn numeral cut are joined, stray blanks taken out, full-width numerals
 * narrowed. The result keeps the way back to every raw character, and mending it again changes nothing. Never throws.
 */
export function repair(raw: string): SourceText {
  const { text, map, lines, stops, mayBeBroken } = mend(raw, null);
  const flags = mayBeBroken ? flagsOf(text, map) : [];
  return { raw, text, map, lines, stops, edits: () => editsOf(raw, map), flags };
}

/** What the passes over a text work in: made once and used for one text after another, as most are short. */
interface Workspace {
  units: Units;
  lines: Lines;
  drafts: [Draft, Draft];
}

const createWorkspace = (capacity: number): Workspace => ({
  units: createUnits(capacity),
  lines: createLines(Math.max(64, capacity >> 4)),
  drafts: [new Draft(capacity), new Draft(capacity)],
});

/** The workspace of a text with more units is not kept. */
const LONGEST_KEPT = 1 << 17;
let workspace = createWorkspace(1 << 13);

function workspaceFor(text: string): Workspace {
  const capacity = text.length + 1;
  if (capacity > LONGEST_KEPT) return createWorkspace(capacity);
  if (workspace.units.at.length < capacity) workspace = createWorkspace(Math.min(LONGEST_KEPT, 2 * capacity));
  return workspace;
}

interface Mended {
  text: string;
  map: RunMap;
  lines: Line[];
  stops: number[];
  /** Some numeral may have lost a digit or a separator. */
  mayBeBroken: boolean;
}

/** The edits of each pass, and the way from the text that it read to the raw one; none for the first. */
type Trail = { log: EditLog; way: RunMap | null }[];

/** Passes over a text until one changes nothing. Leaves a trail where one is asked for. */
function mend(raw: string, trail: Trail | null): Mended {
  const { units, lines: l, drafts } = workspaceFor(raw);
  readUnits(raw, units);
  let source = units.at;
  let text = raw;
  let map: RunMap | null = null;
  let lines: Line[] = [];
  for (let n = 0; ; n++) {
    measureLines(text, source, l);
    if (n === MOST_PASSES) break;
    const draft = drafts[n & 1]!;
    const log: EditLog | null = trail && [];
    draft.begin(source, log);
    const made = pass(l, draft);
    if (map && !draft.isChanged) break;
    trail?.push({ log: log!, way: map });
    if (n > 0) toRawLines(made, lines);
    lines = made;
    const way = draft.map(text.length);
    map = map ? way.after(map) : way;
    if (!draft.isChanged) break;
    text = textOf(draft.made, draft.length);
    source = draft.made.at;
  }
  return { text, map: map!, lines, stops: l.stops.slice(0, l.stopCount), mayBeBroken: l.mayBeBroken };
}

/** One pass: decides what goes on with what, and writes the draft. Gives its lines, numbered as the text that was read. */
function pass(l: Lines, draft: Draft): Line[] {
  markShapes(l);
  decideJoins(l);
  const lines: Line[] = [];
  let before = 0;
  let line: Line | null = null;
  for (let i = 0; i < l.count; i++) {
    const start = l.start[i]!;
    const end = l.end[i]!;
    const join = i > 0 ? l.join[i - 1]! : 0;
    if (join >= Join.withSpace) draft.replace(before, start, 0x20, JOIN_REASONS[join - Join.withSpace]!);
    else if (join > 0) draft.drop(before, start, JOIN_REASONS[join]!);
    else if (i > 0 && !(start - before === 1 && l.units[before] === 10)) draft.replace(before, start, 10, 'line-end');
    else if (i === 0 && start > 0) draft.drop(0, start, 'line-end');
    if (line === null || join === 0) {
      const at = draft.lengthAt(start);
      line = { start: at, end: at, kind: 'text', rawFirst: l.number[i]!, rawLast: 0 };
      lines.push(line);
    }
    if (l.facts[i]! & Fact.dirty) cleanLine(l, i, mannerOf(l, i), draft);
    line.end = draft.lengthAt(end);
    line.kind = KINDS[l.shape[i]!]!;
    line.rawLast = l.number[i]!;
    before = end;
  }
  if (before < l.text.length) draft.drop(before, l.text.length, 'line-end');
  draft.end(l.text.length);
  return lines;
}

/** A line that is a sentence or a part of one holds a mark, or is joined to its neighbours. */
function mannerOf(l: Lines, i: number): Manner {
  if (l.shape[i] === Shape.table) return 'table';
  const isProse = (l.facts[i]! & Fact.hasMark) !== 0 || l.join[i] !== 0 || (i > 0 && l.join[i - 1] !== 0);
  return isProse ? 'prose' : 'headline';
}

/** Numbers the lines of a later pass as the raw text, by the lines of the pass before. */
function toRawLines(lines: Line[], before: readonly Line[]): void {
  for (const line of lines) {
    line.rawFirst = before[line.rawFirst - 1]?.rawFirst ?? line.rawFirst;
    line.rawLast = before[line.rawLast - 1]?.rawLast ?? line.rawLast;
  }
}

/** The edits of all passes in raw and final offsets, in the raw text's order. Few ask for them, so the text is mended anew. */
function editsOf(raw: string, final: RunMap): Edit[] {
  const trail: Trail = [];
  mend(raw, trail);
  const edits: Edit[] = [];
  for (const { log, way } of trail) {
    const toRaw = (at: number): number => way?.toRaw(at) ?? at;
    for (let k = 0; k < log.length; k += 3) {
      const rawStart = toRaw(log[k + 1]!);
      const rawEnd = log[k + 2]! > log[k + 1]! ? toRaw(log[k + 2]! - 1) + 1 : rawStart;
      const start = final.toRepaired(rawStart);
      edits.push({ reason: REASONS[log[k]!]!, rawStart, rawEnd, start, end: final.toRepaired(rawEnd) });
    }
  }
  return edits.sort((a, b) => a.rawStart - b.rawStart || a.rawEnd - b.rawEnd);
}
