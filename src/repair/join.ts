import { Char, CLASS, is } from './characters.ts';
import { isUnitCut } from './cut-unit.ts';
import { Shape } from './furniture.ts';
import { Fact, type Lines } from './lines.ts';
import type { EditReason } from './types.ts';

/** What happens at the end of each line: 0 it stands, else 1 + index into `JOIN_REASONS`, +16 where a blank takes the line end's place. */
export type Joins = Uint8Array;
export const JOIN_REASONS: readonly EditReason[] = ['wrapped-line', 'split-number', 'split-unit'];
export const WITH_SPACE = 16;
const WRAPPED = 1;
const NUMBER = 2;
const UNIT = 3;

/** Characters with which a unit, a scale, a counter or a date word goes on behind a numeral of the line before. */
const UNIT_START = new Uint8Array(65536);
for (const c of '元亿億万萬千百十个個家户戶名人位项項条條座所处處件台套辆輛艘架次场場届屆期批份篇部本册种種类類级級层層栋棟间間宗起例只头頭羽株棵张張枚颗对双組组队支年月日时時分秒天周岁歲度米公平立方吨噸斤克升亩畝顷里瓦兆倍成折番余餘多几点後后以左上来字号號版街路村角块美港欧英韩卢泰毫厘兹英摄华标标箱列班趟单笔股步票群段口眼根门扇床幅粒道朵尾匹桶担石至—的')
  UNIT_START[c.charCodeAt(0)] = 1;

/** Lines that open something new: 一、 （一） 1. ● 第二章. */
const LIST_MARK =
  /^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[●○■□◆◇▲△★☆※•]|第[一二三四五六七八九十\d]{1,3}[章节条部]|【|——|———)/;
/** Lines that are whole though no mark ends them: credits and bylines. */
const WHOLE =
  /(摄|攝|供图|文\/图|绘图|制图)[）)]?$|^(本报|本刊|晨报|晚报|早报)?(记者|通讯员|特约记者|实习生)[\s\u3000].{2,20}$|^本报[^，。]{0,4}(记者|讯员|通讯员)[\s\u3000][^，。]{2,20}$/;
/** （下转三版）: the piece ends here, whatever stands below. */
const GOES_ELSEWHERE = /[（(](?:下[转轉]|上接|未完|待续)[^）)]{0,8}[）)]$/;
/** Words with which a line of its own begins. */
const OPENS =
  /^(本报讯|本报[^，。]{0,6}电|本报记者|本刊记者|新华社|中新社|中新网|央视网|据新华社|人民网|记者[\s\u3000]|本台消息|图为|（下转|下转)/;
/** Words with which no line of its own begins. */
const GOES_ON = /^(?:的|了|着|将[于在被由]|於|及其|以及|们)/;

/** Decides for each line whether the next one goes on with it. */
export function decideJoins(text: string, l: Lines, shapes: Uint8Array): Joins {
  const joins = new Uint8Array(l.count);
  const torn = isTorn(text, l, shapes);
  const free = (i: number): boolean => i >= 0 && i < l.count && shapes[i] === Shape.text;
  const firstOf = (i: number): number => text.charCodeAt(l.start[i]!);
  const whole = (i: number): boolean =>
    (l.facts[i]! & Fact.terminal) !== 0 ||
    GOES_ELSEWHERE.test(text.slice(Math.max(l.start[i]!, l.end[i]! - 14), l.end[i])) ||
    (l.end[i]! - l.start[i]! <= 30 && WHOLE.test(text.slice(l.start[i], l.end[i])));

  // numerals on lines of their own
  for (let i = 0; i < l.count; i++) {
    if (!(l.facts[i]! & Fact.numeric) || !free(i)) continue;
    if (!free(i + 1) || l.facts[i + 1]! & Fact.numeric) {
      // …PM⏎2.5 at the very end of a text
      if (torn && free(i - 1) && canTakeNumber(text, l, i - 1, whole)) joins[i - 1] = NUMBER;
      continue;
    }
    const next = l.facts[i + 1]!;
    const complete = '%％℃°'.includes(text[l.end[i]! - 1]!);
    const unitFollows = !complete && UNIT_START[firstOf(i + 1)] === 1;
    if (!(unitFollows || next & Fact.startsClosing || (torn && l.indent[i + 1]! < 4 && !startsList(text, l, i + 1))))
      continue;
    joins[i] = NUMBER;
    if (free(i - 1) && joins[i - 1] === 0 && canTakeNumber(text, l, i - 1, whole)) joins[i - 1] = NUMBER;
  }

  // units and scales that the line's end cut off: 1600⏎亿元, 68.45亿⏎元, 个百⏎分点
  for (let i = 0; i + 1 < l.count; i++) {
    if (joins[i] !== 0 || !free(i) || !free(i + 1) || l.facts[i]! & Fact.numeric || l.facts[i + 1]! & Fact.numeric)
      continue;
    if (isGroupCut(text, l.end[i]!, l.start[i + 1]!)) joins[i] = NUMBER;
    else if (l.facts[i + 1]! & Fact.startsClosing && !whole(i))
      joins[i] = CLASS[firstOf(i + 1)]! & Char.closing && is(text, l.end[i]! - 1, Char.digit) ? UNIT : WRAPPED;
    else if (
      endsInNumeral(text, l.start[i]!, l.end[i]!) &&
      UNIT_START[firstOf(i + 1)] === 1 &&
      !startsList(text, l, i + 1)
    )
      joins[i] = UNIT;
    else if (isUnitCut(text, l.start[i]!, l.end[i]!, l.start[i + 1]!)) joins[i] = UNIT;
  }

  joinWrapped(text, l, shapes, joins, whole, torn);
  return joins;
}

/** 3,⏎284.10: three digits behind a separator at the line's end. */
function isGroupCut(text: string, end: number, next: number): boolean {
  const group = (from: number): boolean =>
    [0, 1, 2].every((k) => isDigitAt(text, from + k)) && !isDigitAt(text, from + 3);
  return ',，'.includes(text[end - 1]!) && isDigitAt(text, end - 2) && group(next);
}

const isDigitAt = (text: string, at: number): boolean =>
  is(text, at, Char.digit) || (text.charCodeAt(at) >= 0xff10 && text.charCodeAt(at) <= 0xff19);

/** A page on which numerals stand on lines of their own throughout. */
function isTorn(text: string, l: Lines, shapes: Uint8Array): boolean {
  let numerals = 0;
  let followed = 0;
  for (let i = 0; i + 1 < l.count; i++) {
    if (!(l.facts[i]! & Fact.numeric)) continue;
    numerals++;
    const next = i + 1;
    if (
      shapes[i] === Shape.text &&
      !(l.facts[next]! & Fact.numeric) &&
      (l.facts[next]! & Fact.startsClosing || UNIT_START[text.charCodeAt(l.start[next]!)] === 1)
    )
      followed++;
  }
  return followed >= 2 && followed * 2 >= numerals;
}

const startsList = (text: string, l: Lines, i: number): boolean =>
  LIST_MARK.test(text.slice(l.start[i], l.start[i]! + 8));

/** Whether a numeral on the next line belongs behind line `i`. Digits before it never take it: 11⏎⏎1⏎⏎8 are three cells. */
function canTakeNumber(text: string, l: Lines, i: number, whole: (i: number) => boolean): boolean {
  const facts = l.facts[i]!;
  if (facts & (Fact.numeric | Fact.endsWithDigit)) return false;
  return (
    !whole(i) &&
    (facts & Fact.hasHan ||
      facts & Fact.endsOpen ||
      is(text, l.end[i]! - 1, Char.latin | Char.closing | Char.opening)) !== 0 &&
    !whole(i)
  );
}

/** A line that ends on digits, or digits and a scale. */
function endsInNumeral(text: string, start: number, end: number): boolean {
  let i = end - 1;
  while (i > start && '万亿萬億千百十'.includes(text[i]!)) i--;
  return isDigitAt(text, i);
}

const WINDOW = 6;
/** Cells by which rows of one column differ: marks at the line's end, half-width numerals. */
const SLACK = 5;
/** A paragraph's first row is narrower by its indent, which dumps lose. */
const INDENT = 4;
/** A mark that may begin no row hangs over the edge. */
const HANG = 3;
const NARROWEST = 20;

/** Sentences cut by a column's width. The width is learnt from the rows around: in wrapped text they all end near one width. */
function joinWrapped(
  text: string,
  l: Lines,
  shapes: Uint8Array,
  joins: Joins,
  whole: (i: number) => boolean,
  torn: boolean,
): void {
  // a row as the page had it: the pieces that a torn numeral joins
  const rows: number[] = [];
  const widths: number[] = [];
  const pieces: number[] = [];
  let width = 0;
  for (let i = 0; i < l.count; i++) {
    width += l.width[i]!;
    if (i + 1 < l.count && joins[i] === NUMBER) continue;
    const isText = shapes[i] === Shape.text;
    rows.push(i);
    widths.push(isText ? width : 0);
    pieces.push(isText ? l.width[i]! : 0);
    width = 0;
  }
  let withBlank = 0;
  let without = 0;
  for (const i of rows) {
    if (i + 1 >= l.count || shapes[i] !== Shape.text || shapes[i + 1] !== Shape.text) continue;
    if (l.blanks[i + 1]! > 0) withBlank++;
    else without++;
  }
  const blankBreaks = without >= 3 && withBlank > 0 && withBlank < 2 * without;
  for (let r = 0; r + 1 < rows.length; r++) {
    const i = rows[r]!;
    if (joins[i] !== 0 || shapes[i] !== Shape.text || shapes[i + 1] !== Shape.text) continue;
    if (blankBreaks && l.blanks[i + 1]! > 0 && !(l.facts[i]! & Fact.endsOpen)) continue;
    if (
      l.indent[i + 1]! >= 4 ||
      startsList(text, l, i + 1) ||
      OPENS.test(text.slice(l.start[i + 1], l.start[i + 1]! + 12))
    )
      continue;
    const first = r === 0 || (joins[rows[r - 1]!] === 0 && whole(rows[r - 1]!));
    // dumps differ: some cut the page's rows, some each piece between two numerals
    const indent = first ? INDENT : 0;
    const fill = Math.max(fullness(widths, r, indent, l, rows), fullness(pieces, r, indent, l, rows));
    // on a torn page a row with a numeral in it that ends no sentence goes on, wherever the numeral's narrow digits made it end
    const open =
      (l.facts[i]! & Fact.endsOpen) !== 0 ||
      (torn && widths[r]! >= NARROWEST && (widths[r]! > pieces[r]! || (!first && (l.facts[i]! & Fact.hasMark) !== 0)));
    const goesOn = GOES_ON.test(text.slice(l.start[i + 1], l.start[i + 1]! + 2));
    const digits = (l.facts[i]! & Fact.endsWithDigit) !== 0 && (l.facts[i + 1]! & Fact.startsWithDigit) !== 0;
    if (digits && fill < 2) continue; // two figures, unless the column cut one in two
    // a sentence that ends at a row's end ends its line: whether the paragraph goes on is lost
    const headline = r === 0 && !(l.facts[i]! & Fact.hasMark);
    const join = !whole(i) && ((fill > 0 && !headline) || open || (goesOn && (l.facts[i]! & Fact.hasHan) !== 0));
    if (!join) continue;
    const words = is(text, l.end[i]! - 1, Char.latin) && is(text, l.start[i + 1]!, Char.latin);
    joins[i] = (digits ? NUMBER : WRAPPED) + (words ? WITH_SPACE : 0);
  }
}

/**
 * How the row ends among the rows around it: 2 at the column's very edge, 1 near it, 0 before it or where there is no column.
 * A row is full where two more of its neighbours end near its width, most hold sentences, and no two are wider.
 */
function fullness(widths: readonly number[], r: number, indent: number, l: Lines, rows: readonly number[]): number {
  return Math.max(side(widths, r, 1, indent, l, rows), side(widths, r, -1, indent, l, rows));
}

function side(
  widths: readonly number[],
  r: number,
  step: 1 | -1,
  indent: number,
  l: Lines,
  rows: readonly number[],
): number {
  const own = widths[r]!;
  if (own < NARROWEST) return 0;
  const last = Math.max(-1, Math.min(widths.length, r + step * (WINDOW + 1)));
  let near = 0;
  let wider = 0;
  let sentences = 0;
  let edge = own;
  for (let k = r; k !== last; k += step) {
    const w = widths[k]!;
    if (w === 0) break; // a table or furniture
    if (w > own + SLACK + indent)
      wider += w >= 1.4 * own && l.width[rows[k]!]! < w ? 0 : 1; // two rows that a numeral at the edge made one tell nothing
    else if (w >= own - SLACK) {
      near++;
      if (w > edge) edge = w;
      if (l.facts[rows[k]!]! & Fact.hasMark) sentences++;
    }
  }
  if (near < 3 || wider > 1 || sentences * 3 < near) return 0;
  return own >= edge - HANG ? 2 : 1;
}
