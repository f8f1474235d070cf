import { Char, CLASS, is, isDigit, isWideDigit } from './characters.ts';
import type { Draft } from './draft.ts';
import { isInsideNumeral, isPoint } from './gap.ts';
import { Fact, type Lines } from './lines.ts';
import type { EditReason } from './types.ts';

const NOTHING = -1;
/** What an entity stands for; nothing for blanks. */
const ENTITIES: Record<string, number> = {
  '&nbsp;': NOTHING,
  '&ensp;': NOTHING,
  '&emsp;': NOTHING,
  '&amp;': 0x26,
  '&lt;': 0x3c,
  '&gt;': 0x3e,
  '&quot;': 0x22,
  '&ldquo;': 0x201c,
  '&rdquo;': 0x201d,
  '&middot;': 0xb7,
  '&mdash;': 0x2014,
  '&hellip;': 0x2026,
};
const ENTITY = /&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|middot|mdash|hellip);/y;
const SPACED_DATE = /\d{4} ?- ?\d{1,2} ?- ?\d{1,2}(?!\d)/y;

/**
 * What a line is: in a sentence a blank between Chinese and a numeral is stray, in a headline it is layout, in a row of a table
 * it parts the cells.
 */
export type Manner = 'prose' | 'headline' | 'table';

/** Characters at which there may be something to do. */
const ACTED_ON = Char.space | Char.wide | Char.control | Char.digit | Char.noted;

/** Cleans the characters of line `at`. */
export function cleanLine(l: Lines, at: number, manner: Manner, draft: Draft): void {
  const { text, units } = l;
  const start = l.start[at]!;
  const end = l.end[at]!;
  const spread = (l.facts[at]! & Fact.maybeSpaced) !== 0 && isLetterSpaced(units, start, end);
  for (let i = start; i < end; i++) {
    const c = units[i]!;
    const bits = CLASS[c]!;
    if (!(bits & ACTED_ON)) continue;
    if (bits & Char.space) {
      let to = i + 1;
      while (to < end && CLASS[units[to]!]! & (Char.space | Char.control)) to++;
      const reason = manner === 'table' ? null : strayBlank(units, i, to, start, end, manner === 'prose', spread);
      if (reason !== null) draft.drop(i, to, reason);
      i = to - 1;
    } else if (bits & Char.wide) {
      const narrow = narrowed(units, i, start, end);
      if (narrow !== 0) draft.replace(i, i + 1, narrow, 'full-width');
      if (isWideDigit(c) && units[i + 1] === 0xff0c && i + 1 < end && isGrouped(units, i + 1, end))
        draft.replace(i + 1, i + 2, 0x2c, 'full-width');
    } else if (bits & Char.control) draft.drop(i, i + 1, 'control');
    else if (bits & Char.digit) {
      if (i > start && is(units, i - 1, Char.digit)) continue;
      const doubled = units[i + 1] === c ? doubledRun(units, i, end) : 0;
      for (let k = 0; k < doubled; k += 2) draft.drop(i + k + 1, i + k + 2, 'doubled-glyph');
      const spaced = doubled > 0 || manner === 'table' ? 0 : spacedNumeral(text, units, i, end);
      for (let k = i; k < i + spaced; k++) if (is(units, k, Char.space)) draft.drop(k, k + 1, 'spaced-digits');
      i += Math.max(0, doubled + spaced - 1);
    } else if (c === 0x26) i += dropEntity(text, i, end, draft);
    else if (bits & Char.latin) {
      const digit = lookAlike(units, i, start, end);
      if (digit !== 0) draft.replace(i, i + 1, digit, 'look-alike');
    }
  }
}

/** Puts the character in its entity's place; how many characters it takes beyond its first. */
function dropEntity(text: string, i: number, end: number, draft: Draft): number {
  ENTITY.lastIndex = i;
  const m = ENTITY.exec(text);
  if (!m || i + m[0].length > end) return 0;
  const by = ENTITIES[m[0]]!;
  if (by === NOTHING) draft.drop(i, i + m[0].length, 'entity');
  else draft.replace(i, i + m[0].length, by, 'entity');
  return m[0].length - 1;
}

/**
 * Length of a run in which every character stands twice (imitation bold: 3311..8866%%), 0 where there is none: three pairs or
 * more, with a mark among them, and nothing of the numeral outside the run.
 */
function doubledRun(units: Uint16Array, from: number, end: number): number {
  let i = from;
  let marks = 0;
  for (; i + 1 < end && units[i] === units[i + 1]; i += 2) {
    const mark = isNumeralMark(units[i]!);
    if (!mark && !is(units, i, Char.digit | Char.han)) break;
    if (mark) marks++;
  }
  const whole = i >= end || !(is(units, i, Char.digit) || isNumeralMark(units[i]!));
  return marks > 0 && whole && i - from >= 6 ? i - from : 0;
}

const isNumeralMark = (c: number): boolean => c === 0x2e || c === 0x2c || c === 0x25;

/** The digit that l, I or O stands for, where its place leaves no doubt: l9亿, 1O5个; 0 elsewhere. */
function lookAlike(units: Uint16Array, i: number, start: number, end: number): number {
  const isPart = (k: number): boolean => k >= start && k < end && is(units, k, Char.digit);
  if (i > start && is(units, i - 1, Char.latin)) return 0;
  if (i + 1 < end && is(units, i + 1, Char.latin)) return 0;
  let after = i + 1;
  while (isPart(after) || (after < end && units[after] === 0x2e && isPart(after + 1))) after++;
  const counted = after < end && is(units, after, Char.unit);
  if (units[i] === 0x4f) return isPart(i - 1) && (isPart(i + 1) || counted) ? 0x30 : 0;
  return isPart(i + 1) && counted && (i === start || is(units, i - 1, Char.han)) ? 0x31 : 0;
}

/** ３，０００: three full-width digits behind the comma, and no fourth. */
const isGrouped = (units: Uint16Array, comma: number, end: number): boolean => {
  let k = comma + 1;
  while (k < end && isWideDigit(units[k]!)) k++;
  return k - comma === 4;
};

/** The half-width form of a full-width digit or letter, of ％ behind a digit and of ．between digits; 0 where it stays. */
function narrowed(units: Uint16Array, i: number, start: number, end: number): number {
  const c = units[i]!;
  if (c === 0xff05) return i > start && isDigit(units[i - 1]!) ? 0x25 : 0;
  if (c === 0xff0e) return i > start && i + 1 < end && isDigit(units[i - 1]!) && isDigit(units[i + 1]!) ? 0x2e : 0;
  return c - 0xfee0;
}

/** Length of a numeral or date whose characters stand apart, 0 for none: 2 0 1 1 年, 7 . 4 4 %, 2012 - 02 - 02. */
function spacedNumeral(text: string, units: Uint16Array, i: number, end: number): number {
  if (units[i + 1] === 0x20) {
    let to = i + 1;
    while (units[to] === 0x20 && (is(units, to + 1, Char.digit) || units[to + 1] === 0x2e || units[to + 1] === 0x2c))
      to += 2;
    if (to - i < 5) return 0;
    if (units[to] === 0x20) to++;
    return to < end && is(units, to, Char.unit) ? to - i : 0; // what is counted proves it one numeral
  }
  if (units[i + 4] !== 0x20 || units[i + 5] !== 0x2d) return 0;
  SPACED_DATE.lastIndex = i;
  const m = SPACED_DATE.exec(text);
  return m && i + m[0].length <= end ? m[0].length : 0;
}

/** Why a run of blanks is stray, null where it is layout. */
function strayBlank(
  units: Uint16Array,
  from: number,
  to: number,
  start: number,
  end: number,
  prose: boolean,
  spread: boolean,
): EditReason | null {
  if (from === start || to === end) return 'stray-space';
  const left = units[from - 1]!;
  const right = units[to]!;
  const l = CLASS[left]!;
  const r = CLASS[right]!;
  // beside a full-width mark; in a headline 》 … a blank parts two titles
  if (left > 0xff && l & (Char.closing | Char.opening) && !(l & Char.wide))
    return prose || !(left === 0x201d || left === 0x300b || left === 0xff09) ? 'stray-space' : null; // ”》）
  if (right > 0xff && r & (Char.closing | Char.opening) && !(r & Char.wide))
    return prose || !(right === 0x201c || right === 0x300a || right === 0xff08) ? 'stray-space' : null; // “《（
  if (spread && l & r & Char.han) return 'spaced-letters';
  const digitLeft = isDigit(left);
  const digitRight = isDigit(right);
  // 占 1 2 . 5 亿 元: where every letter stands apart, so does every digit; two figures would stand further apart
  if (spread && to - from === 1 && (digitLeft || isNumeralMark(left)) && (digitRight || isNumeralMark(right)))
    return 'spaced-digits';
  if ((digitLeft || isPoint(left)) && (digitRight || isPoint(right))) {
    // a headline's wide blank is layout
    if (!prose && (to - from > 1 || units[from] !== 0x20)) return null;
    return isInsideNumeral(units, from, to, start, end) ? 'spaced-digits' : null;
  }
  const numeralLeft = digitLeft || left === 0x25;
  if (numeralLeft && !digitRight && r & Char.unit) return 'stray-space';
  if (prose && ((numeralLeft && r & Char.han) || (digitRight && l & Char.han))) return 'stray-space';
  return null;
}

/** 占 本 次 交 易: most Han characters of the line stand alone between blanks. */
function isLetterSpaced(units: Uint16Array, start: number, end: number): boolean {
  let alone = 0;
  let together = 0;
  for (let i = start; i < end; i++) {
    if (!is(units, i, Char.han)) continue;
    if (i + 1 < end && is(units, i + 1, Char.han)) together++;
    else if (i + 1 < end && is(units, i + 1, Char.space) && (i === start || !is(units, i - 1, Char.han))) alone++;
  }
  return alone >= 4 && alone > 2 * together;
}
