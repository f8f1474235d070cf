import { Char, CLASS, is } from './characters.ts';
import type { EditReason } from './types.ts';

/** Receives a line's characters in order: runs kept as they are, characters replaced one by one, characters left out. */
export interface Sink {
  keep(from: number, to: number): void;
  replace(from: number, to: number, by: string, reason: EditReason): void;
  drop(from: number, to: number, reason: EditReason): void;
}

const ENTITIES: Record<string, string> = {
  '&nbsp;': '',
  '&ensp;': '',
  '&emsp;': '',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&middot;': '·',
  '&mdash;': '—',
  '&hellip;': '…',
};
const ENTITY = /&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|middot|mdash|hellip);/y;
const SPACED_DATE = /\d{4} ?- ?\d{1,2} ?- ?\d{1,2}(?!\d)/y;
const isHan = (text: string, at: number): boolean => is(text, at, Char.han);
const isDigit = (text: string, at: number): boolean => is(text, at, Char.digit) || isWideDigit(text.charCodeAt(at));
const isWideDigit = (c: number): boolean => c >= 0xff10 && c <= 0xff19;
/** Characters with which a unit, a counter or a scale begins. */
const UNITS = '年月日时分秒元亿万千百个家户名人位项条座所处件台套辆次场份米公吨斤克升亩顷里瓦倍余多岁度平立％%℃';
/** Digits and marks letter-spaced one by one, with what proves them one numeral behind: 2 0 1 1 年, 7 . 4 4 %. */
const SPACED = new RegExp(`\\d(?: [\\d.,]){2,} ?(?=[${UNITS}])`, 'y');

/**
 * What a line is: in a sentence a blank between Chinese and a numeral is stray, in a headline it is layout, in a row of a table
 * it parts the cells.
 */
export type Manner = 'prose' | 'headline' | 'table';

/** Cleans one line's characters. */
export function cleanLine(text: string, start: number, end: number, manner: Manner, sink: Sink): void {
  const spread = isLetterSpaced(text, start, end);
  let from = start;
  const flush = (to: number): void => {
    if (to > from) sink.keep(from, to);
  };
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    const bits = CLASS[c]!;
    if (bits & Char.space) {
      let to = i + 1;
      while (to < end && CLASS[text.charCodeAt(to)]! & (Char.space | Char.control)) to++;
      const reason = manner === 'table' ? null : strayBlank(text, i, to, start, end, manner === 'prose', spread);
      if (reason) {
        flush(i);
        sink.drop(i, to, reason);
        from = to;
      }
      i = to - 1;
    } else if (bits & Char.wide) {
      const narrow = narrowed(text, i, start, end);
      if (narrow) {
        flush(i);
        sink.replace(i, i + 1, narrow, 'full-width');
        from = i + 1;
      }
    } else if (bits & Char.control) {
      flush(i);
      sink.drop(i, i + 1, 'control');
      from = i + 1;
    } else if (c === 0x26) {
      ENTITY.lastIndex = i;
      const m = ENTITY.exec(text);
      if (m && i + m[0].length <= end) {
        flush(i);
        const by = ENTITIES[m[0]]!;
        if (by) sink.replace(i, i + m[0].length, by, 'entity');
        else sink.drop(i, i + m[0].length, 'entity');
        i += m[0].length - 1;
        from = i + 1;
      }
    } else if (bits & Char.digit && !(i > start && is(text, i - 1, Char.digit)) && doubledRun(text, i, end) > 0) {
      const length = doubledRun(text, i, end);
      flush(i);
      for (let k = i; k < i + length; k += 2) {
        sink.keep(k, k + 1);
        sink.drop(k + 1, k + 2, 'doubled-glyph');
      }
      i += length - 1;
      from = i + 1;
    } else if (bits & Char.latin && LOOK_ALIKE[text[i]!]) {
      const digit = lookAlike(text, i, start, end);
      if (digit) {
        flush(i);
        sink.replace(i, i + 1, digit, 'look-alike');
        from = i + 1;
      }
    } else if (
      manner !== 'table' &&
      bits & Char.digit &&
      (text.charCodeAt(i + 1) === 0x20 || text.charCodeAt(i + 4) === 0x20) &&
      !(i > start && is(text, i - 1, Char.digit))
    ) {
      const length = spacedNumeral(text, i, end);
      if (length > 0) {
        flush(i);
        for (let k = i; k < i + length; k++) {
          const space = is(text, k, Char.space);
          if (space) sink.drop(k, k + 1, 'spaced-digits');
          else sink.keep(k, k + 1);
        }
        i += length - 1;
        from = i + 1;
      }
    } else if (c === 0xff0c && i > start && isWideDigit(text.charCodeAt(i - 1)) && isGrouped(text, i, end)) {
      flush(i);
      sink.replace(i, i + 1, ',', 'full-width');
      from = i + 1;
    }
  }
  flush(end);
}

/**
 * Length of a run in which every character stands twice (imitation bold: 3311..8866%%), 0 where there is none: three pairs or
 * more, with a mark among them, and nothing of the numeral outside the run.
 */
function doubledRun(text: string, from: number, end: number): number {
  let i = from;
  let marks = 0;
  while (i + 1 < end && text[i] === text[i + 1] && (is(text, i, Char.digit | Char.han) || '.,%'.includes(text[i]!))) {
    if ('.,%'.includes(text[i]!)) marks++;
    i += 2;
  }
  const whole = i >= end || !(is(text, i, Char.digit) || '.,%'.includes(text[i]!));
  return marks > 0 && whole && i - from >= 6 ? i - from : 0;
}

const LOOK_ALIKE: Record<string, true> = { l: true, I: true, O: true };

/** The digit that a Latin letter stands for, where its place leaves no doubt: l9亿, 1O5个; '' elsewhere. */
function lookAlike(text: string, i: number, start: number, end: number): string {
  const isPart = (k: number): boolean => k >= start && k < end && is(text, k, Char.digit);
  if (i > start && is(text, i - 1, Char.latin)) return '';
  if (i + 1 < end && is(text, i + 1, Char.latin)) return '';
  let after = i + 1;
  while (isPart(after) || (after < end && text[after] === '.' && isPart(after + 1))) after++;
  const counted = after < end && (UNITS.includes(text[after]!) || text[after] === '%');
  if (text[i] === 'O') return isPart(i - 1) && (isPart(i + 1) || counted) ? '0' : '';
  return isPart(i + 1) && counted && (i === start || !isPart(i - 1)) && (i === start || isHan(text, i - 1)) ? '1' : '';
}

/** ３，０００: three full-width digits behind the comma, and no fourth. */
const isGrouped = (text: string, comma: number, end: number): boolean => {
  let k = comma + 1;
  while (k < end && isWideDigit(text.charCodeAt(k))) k++;
  return k - comma === 4;
};

/** The half-width form of a full-width digit or letter, of ％ behind a digit and of ．between digits; '' where it stays. */
function narrowed(text: string, i: number, start: number, end: number): string {
  const c = text.charCodeAt(i);
  if (c === 0xff05) return i > start && isDigit(text, i - 1) ? '%' : '';
  if (c === 0xff0e) return i > start && i + 1 < end && isDigit(text, i - 1) && isDigit(text, i + 1) ? '.' : '';
  return String.fromCharCode(c - 0xfee0);
}

function spacedNumeral(text: string, i: number, end: number): number {
  for (const re of [SPACED, SPACED_DATE]) {
    re.lastIndex = i;
    const m = re.exec(text);
    if (m && i + m[0].length <= end && m[0].includes(' ')) return m[0].length;
  }
  return 0;
}

/** Why a run of blanks is stray, null where it is layout. */
function strayBlank(
  text: string,
  from: number,
  to: number,
  start: number,
  end: number,
  prose: boolean,
  spread: boolean,
): EditReason | null {
  if (from === start || to === end) return 'stray-space';
  const left = text.charCodeAt(from - 1);
  const right = text.charCodeAt(to);
  const l = CLASS[left]!;
  const r = CLASS[right]!;
  if (left > 0xff && l & (Char.closing | Char.opening) && !(l & Char.wide)) {
    // behind a full-width mark; in a headline 。 … a blank parts two titles
    return prose || !'”》）'.includes(text[from - 1]!) ? 'stray-space' : null;
  }
  if (right > 0xff && r & (Char.closing | Char.opening) && !(r & Char.wide))
    return prose || !'“《（'.includes(text[to]!) ? 'stray-space' : null;
  if (spread && isHan(text, from - 1) && isHan(text, to)) return 'spaced-letters';
  // 占 1 2 . 5 亿 元: where every letter stands apart, so does every digit; two figures would stand further apart
  const inNumeral = (at: number): boolean => isDigit(text, at) || '.,%'.includes(text[at]!);
  if (spread && to - from === 1 && inNumeral(from - 1) && inNumeral(to)) return 'spaced-digits';
  const digitLeft = isDigit(text, from - 1) || left === 0x25;
  const digitRight = isDigit(text, to);
  if (digitLeft && !digitRight && UNITS.includes(text[to]!)) return 'stray-space';
  if (prose && ((digitLeft && r & Char.han) || (digitRight && l & Char.han))) return 'stray-space';
  return null;
}

/** 占 本 次 交 易: most Han characters of the line stand alone between blanks. */
function isLetterSpaced(text: string, start: number, end: number): boolean {
  let alone = 0;
  let together = 0;
  for (let i = start; i < end; i++) {
    if (!isHan(text, i)) continue;
    const gapLeft = i === start || !isHan(text, i - 1);
    const gapRight = i + 1 === end || !isHan(text, i + 1);
    if (gapLeft && gapRight && i + 1 < end && is(text, i + 1, Char.space)) alone++;
    else if (!gapRight) together++;
  }
  return alone >= 4 && alone > 2 * together;
}
