import { Char, is, isDigit } from './characters.ts';
import { isUnitCut } from './cut-unit.ts';
import { isWordCut } from './cut-word.ts';
import { isText, Shape } from './furniture.ts';
import { isNumeralCut } from './gap.ts';
import { Fact, Join, type Lines } from './lines.ts';
import { doBlanksBreak, isFull, NARROWEST, rowsOf } from './rows.ts';

/** What a character may be at a line's edge, as bits of one table: most lines need no more than this to be decided. */
const Edge = { unit: 1, list: 2, opener: 4, goesOn: 8, credit: 16, credited: 32 } as const;
const EDGE = new Uint8Array(65536);
const edge = (chars: string, bit: number): void => {
  for (const c of chars) EDGE[c.charCodeAt(0)]! |= bit;
};
/** Characters with which a unit, a scale, a counter or a date word goes on behind a numeral of the line before. */
edge(
  '元亿億万萬千百十个個家户戶名人位项項条條座所处處件台套辆輛艘架次场場届屆期批份篇部本册种種类類级級层層栋棟间間宗起例只头頭羽株棵张張枚颗对双組组队支年月日时時分秒天周岁歲度米公平立方吨噸斤克升亩畝顷里瓦兆倍成折番余餘多几点後后以左上来字号號版街路村角块美港欧英韩卢泰毫厘兹英摄华标标箱列班趟单笔股步票群段口眼根门扇床幅粒道朵尾匹桶担石至—的',
  Edge.unit,
);

/** Lines that open something new: 一、 （一） 1. ● 第二章. */
const LIST_MARK =
  /([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[●○■□◆◇▲△★☆※•]|第[一二三四五六七八九十\d]{1,3}[章节条部]|【|——|———)/y;
edge('一二三四五六七八九十（(0123456789●○■□◆◇▲△★☆※•第【—', Edge.list);
/** Lines that are whole though no mark ends them: credits and bylines. */
const WHOLE =
  /(摄|攝|供图|文\/图|绘图|制图)[）)]?$|^(本报|本刊|晨报|晚报|早报)?(记者|通讯员|特约记者|实习生)[\s\u3000].{2,20}$|^本报[^，。]{0,4}(记者|讯员|通讯员)[\s\u3000][^，。]{2,20}$/;
edge('本晨晚早记通特实', Edge.credit);
edge('摄攝图）)', Edge.credited);
/** （下转三版）: the piece ends here, whatever stands below. */
const GOES_ELSEWHERE = /[（(](?:下[转轉]|上接|未完|待续)[^）)]{0,8}[）)]$/;
/** Words with which a line of its own begins. */
const OPENS =
  /(本报讯|本报[^，。]{0,6}电|本报记者|本刊记者|新华社|中新社|中新网|央视网|据新华社|人民网|记者[\s\u3000]|本台消息|图为|（下转|下转)/y;
edge('本新中央据人记图（下', Edge.opener);
/** Words with which no line of its own begins. */
const GOES_ON = /(?:的|了|着|将[于在被由]|於|及其|以及|们)/y;
edge('的了着将於及以们', Edge.goesOn);

/** Decides for each line whether the next one goes on with it. */
export function decideJoins(l: Lines): void {
  const torn = isTorn(l);
  joinNumerals(l, torn);
  joinUnits(l);
  joinWrapped(l, torn);
}

const firstOf = (l: Lines, i: number): number => l.units[l.start[i]!]!;
const lastOf = (l: Lines, i: number): number => l.units[l.end[i]! - 1]!;

/** Numerals on lines of their own. */
function joinNumerals(l: Lines, torn: boolean): void {
  const { facts, join } = l;
  for (let i = 0; i < l.count; i++) {
    if (!(facts[i]! & Fact.numeric) || !isText(l, i)) continue;
    if (!isText(l, i + 1) || facts[i + 1]! & Fact.numeric) {
      // …PM⏎2.5 at the very end of a text
      if (torn && isText(l, i - 1) && canTakeNumber(l, i - 1)) join[i - 1] = Join.number;
      continue;
    }
    const last = lastOf(l, i);
    const complete = last === 0x25 || last === 0xff05 || last === 0x2103 || last === 0xb0; // %％℃°
    const goesOn =
      (!complete && EDGE[firstOf(l, i + 1)]! & Edge.unit) ||
      facts[i + 1]! & Fact.startsClosing ||
      (torn && l.indent[i + 1]! < 4 && !startsList(l, i + 1));
    if (!goesOn) continue;
    join[i] = Join.number;
    if (isText(l, i - 1) && join[i - 1] === 0 && canTakeNumber(l, i - 1)) join[i - 1] = Join.number;
  }
}

/** Units and scales that the line's end cut off: 1600⏎亿元, 68.45亿⏎元, 个百⏎分点. */
function joinUnits(l: Lines): void {
  const { facts, join, units } = l;
  for (let i = 0; i + 1 < l.count; i++) {
    if (join[i] !== 0 || (facts[i]! | facts[i + 1]!) & Fact.numeric || !isText(l, i) || !isText(l, i + 1)) continue;
    const hasDigit = (facts[i]! & Fact.hasDigit) !== 0;
    const start = l.start[i]!;
    const end = l.end[i]!;
    const next = l.start[i + 1]!;
    if (hasDigit && isGroupCut(units, end, next)) join[i] = Join.number;
    else if (isDigitCut(l, i)) join[i] = Join.number;
    else if (facts[i + 1]! & Fact.startsClosing && !isWhole(l, i))
      join[i] = is(units, end - 1, Char.digit) ? Join.unit : Join.wrapped;
    else if (!hasDigit) continue;
    else if (EDGE[units[next]!]! & Edge.unit && endsInNumeral(units, start, end) && !startsList(l, i + 1))
      join[i] = Join.unit;
    else if (isUnitCut(l.text, units, start, end, next)) join[i] = Join.unit;
  }
}

/** 再修2⏎60公里: the rest of a sentence or a headline stands before the digits. */
const isDigitCut = (l: Lines, i: number): boolean =>
  (l.facts[i]! & Fact.endsWithDigit & (l.facts[i + 1]! << DIGIT_AT_END)) !== 0 &&
  l.end[i]! - l.start[i]! >= SHORTEST_CUT &&
  l.blanks[i + 1] === 0 &&
  isNumeralCut(l.units, l.start[i]!, l.end[i]!, l.start[i + 1]!, l.end[i + 1]!);
/** By so many bits `endsWithDigit` stands above `startsWithDigit`. */
const DIGIT_AT_END = 1;
/** What is shorter may be a label with its number: 二等奖3. */
const SHORTEST_CUT = 10;

/** 3,⏎284.10: three digits behind a separator at the line's end. */
function isGroupCut(units: Uint16Array, end: number, next: number): boolean {
  const last = units[end - 1]!;
  if ((last !== 0x2c && last !== 0xff0c) || !isDigit(units[end - 2]!)) return false;
  return isDigit(units[next]!) && isDigit(units[next + 1]!) && isDigit(units[next + 2]!) && !isDigit(units[next + 3]!);
}

/** A page on which numerals stand on lines of their own throughout. */
function isTorn(l: Lines): boolean {
  let numerals = 0;
  let followed = 0;
  for (let i = 0; i + 1 < l.count; i++) {
    if (!(l.facts[i]! & Fact.numeric)) continue;
    numerals++;
    const next = l.facts[i + 1]!;
    if (
      l.shape[i] === Shape.text &&
      !(next & Fact.numeric) &&
      (next & Fact.startsClosing || EDGE[firstOf(l, i + 1)]! & Edge.unit)
    )
      followed++;
  }
  return followed >= 2 && followed * 2 >= numerals;
}

const startsList = (l: Lines, i: number): boolean =>
  (EDGE[firstOf(l, i)]! & Edge.list) !== 0 && begins(l, i, LIST_MARK);

/** Whether a line begins with what a sticky pattern describes. */
function begins(l: Lines, i: number, pattern: RegExp): boolean {
  pattern.lastIndex = l.start[i]!;
  return pattern.test(l.text);
}

/** A line behind which nothing goes on: a sentence's end, a credit, a byline, a mark that it goes on elsewhere. */
function isWhole(l: Lines, i: number): boolean {
  if (l.facts[i]! & Fact.terminal) return true;
  if (l.facts[i]! & Fact.endsOpen) return false; // 本报讯（记者 王磊） “
  const start = l.start[i]!;
  const end = l.end[i]!;
  const last = l.units[end - 1]!;
  if ((last === 0xff09 || last === 0x29) && GOES_ELSEWHERE.test(l.text.slice(Math.max(start, end - 14), end)))
    return true;
  return (
    end - start <= 30 &&
    (EDGE[last]! & Edge.credited || EDGE[l.units[start]!]! & Edge.credit) !== 0 &&
    WHOLE.test(l.text.slice(start, end))
  );
}

/** Whether a numeral on the next line belongs behind line `i`. Digits before it never take it: 11⏎⏎1⏎⏎8 are three cells. */
const canTakeNumber = (l: Lines, i: number): boolean =>
  !(l.facts[i]! & (Fact.numeric | Fact.endsWithDigit)) && !isWhole(l, i);

/** Whether a line without a mark stands before one that opens news: two lines of a headline. */
const isBeforeNews = (l: Lines, i: number): boolean =>
  !(l.facts[i]! & Fact.hasMark) &&
  i + 1 < l.count &&
  (EDGE[firstOf(l, i + 1)]! & Edge.opener) !== 0 &&
  begins(l, i + 1, OPENS);

/** A line that ends on digits, or digits and a scale. */
function endsInNumeral(units: Uint16Array, start: number, end: number): boolean {
  let i = end - 1;
  while (i > start && '万亿萬億千百十余多'.includes(String.fromCharCode(units[i]!))) i--;
  return isDigit(units[i]!);
}

/** Sentences cut by a column's width. The width is learnt from the rows around: in wrapped text they all end near one width. */
function joinWrapped(l: Lines, torn: boolean): void {
  const rows = rowsOf(l);
  const blankBreaks = doBlanksBreak(l, rows);
  for (let r = 0; r + 1 < rows.count; r++) {
    const i = rows.line[r]!;
    const facts = l.facts[i]!;
    // a sentence that ends at a row's end ends its line: whether the paragraph goes on is lost
    if (facts & Fact.terminal || l.join[i] !== 0 || l.shape[i] !== Shape.text || l.shape[i + 1] !== Shape.text)
      continue;
    if (l.indent[i + 1]! >= 4) continue;
    if (blankBreaks && l.blanks[i + 1]! > 0 && !(facts & Fact.endsOpen)) continue;
    if (isWhole(l, i) || startsList(l, i + 1)) continue;
    if (EDGE[firstOf(l, i + 1)]! & Edge.opener && begins(l, i + 1, OPENS)) continue;
    const before = r === 0 ? -1 : rows.line[r - 1]!;
    const first = before < 0 || (l.join[before] === 0 && isWhole(l, before));
    const digits = (facts & Fact.endsWithDigit) !== 0 && (l.facts[i + 1]! & Fact.startsWithDigit) !== 0;
    if (digits && !isFull(l, rows, r, first, 2)) continue; // two figures, unless the column cut one in two
    // on a torn page a row with a numeral in it that ends no sentence goes on, wherever the numeral's narrow digits made it end
    const isWider = rows.width[r]! > rows.piece[r]!;
    const isOpen =
      (facts & Fact.endsOpen) !== 0 ||
      (torn && rows.width[r]! >= NARROWEST && (isWider || (!first && (facts & Fact.hasMark) !== 0)));
    const isHeadline = !(facts & Fact.hasMark) && (r === 0 || (first && isBeforeNews(l, i + 1)));
    const joined =
      isOpen ||
      (!isHeadline && (digits || isFull(l, rows, r, first, 1))) ||
      ((facts & Fact.hasHan) !== 0 && EDGE[firstOf(l, i + 1)]! & Edge.goesOn && begins(l, i + 1, GOES_ON)) ||
      ((facts & Fact.hasMark) !== 0 && isWordCut(lastOf(l, i), firstOf(l, i + 1)));
    if (!joined) continue;
    const words = is(l.units, l.end[i]! - 1, Char.latin) && is(l.units, l.start[i + 1]!, Char.latin);
    l.join[i] = (digits ? Join.number : Join.wrapped) + (words ? Join.withSpace : 0);
  }
}
