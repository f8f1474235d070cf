import { BLANKS, Char, CLASS, isDigit } from './characters.ts';
import { Fact, type Lines } from './lines.ts';

/** What a line is by its own shape. */
export const Shape = { text: 0, furniture: 1, table: 2 } as const;

/**
 * Page numbers, continuation marks, credits of the page, buttons of web pages: the characters that they begin with, and how
 * they go on. Tried on short lines only.
 */
const FURNITURE: readonly [starts: string, line: RegExp][] = [
  [`-—–·${BLANKS}`, /^[-—–·\s]{1,6}\d{1,4}[-—–·\s]{1,6}$/], // - 4 -
  ['第', /^第\s*\d+\s*[页頁版](\s*[,，/共]\s*(共|总)?\s*\d+\s*[页頁版])?$/],
  ['pP', /^page\s*\d+[-—\s]*$/i],
  ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', /^[①-⑳]\s*\d{0,3}$/], // ①4
  ['（下上紧', /^（?(下转|上接|下轉|紧接)第?[一二三四五六七八九十\d]+[版页頁]）?$/],
  [
    '责編编美校版组值一本电热邮网投新eE',
    /^(责编|责任编辑|編輯|编辑|美编|校对|版式|组版|值班总编|一版编辑|本版编辑|电话|热线|邮箱|网址|投稿邮箱|新闻热线|E-?mail)\s*[:：/／].{0,34}$/i,
  ],
  ['【[字', /^[【[]?(字号|字體)[:：]?.{0,16}$/],
  [
    '打下关收分返上加还减】相更纠扫点',
    /^(打印|下载|关闭|收藏|分享|分享到[:：]?|返回顶部|返回|上一篇[:：]?.{0,20}|下一篇[:：]?.{0,20}|加大|还原|减小|】|相关链接|相关新闻|更多|纠错|扫一扫.{0,12}|点击(收听|查看|下载).{0,10})$/,
  ],
  ['浏阅点', /^(浏览|阅读|点击)(次数|量|数)\s*[:：]?\s*\d*\s*次?$/],
];
const LONGEST = 40;

/** Which of `FURNITURE` may begin with a character, as bits. */
const MAY_BEGIN = new Uint16Array(65536);
FURNITURE.forEach(([starts], k) => {
  for (const c of starts) MAY_BEGIN[c.charCodeAt(0)]! |= 1 << k;
});

/** …… 12 at a line's end: a table of contents. */
const LEADER = /[.．·…]{3,}\s*\d{1,4}$/;

/** Whether there is a line `i`, and it is text. */
export const isText = (l: Lines, i: number): boolean => i >= 0 && i < l.count && l.shape[i] === Shape.text;

/** Marks furniture and table rows and cells. Text is what is left. */
export function markShapes(l: Lines): void {
  // 云溪县 45210⏎石鼓区 71630: rows of a label and a numeral, though 石 could be a unit
  let wasLabelled = false;
  for (let i = 0; i < l.count; i++) {
    l.shape[i] = ownShape(l, i);
    const labelled = isLabelled(l, i);
    if (labelled && wasLabelled)
      for (let k = i - 1; k <= i; k++) if (l.shape[k] === Shape.text) l.shape[k] = Shape.table;
    wasLabelled = labelled;
  }
  // cells one a line: a numeral between numerals
  for (let i = 0; i < l.count; i++) {
    if (!(l.facts[i]! & Fact.numeric) || l.shape[i] !== Shape.text) continue;
    let to = i;
    while (to < l.count && l.facts[to]! & Fact.numeric) to++;
    if (to - i >= 2) l.shape.fill(Shape.table, i, to);
    i = to - 1;
  }
}

/** What a line is whatever stands around it. */
function ownShape(l: Lines, i: number): number {
  const start = l.start[i]!;
  const end = l.end[i]!;
  const facts = l.facts[i]!;
  if (end - start <= LONGEST) {
    const begun = MAY_BEGIN[l.units[start]!]!;
    if (begun !== 0 && isFurniture(l.text.slice(start, end), begun)) return Shape.furniture;
    if (facts & Fact.endsWithDigit && mayBeLeader(l.units, start, end) && LEADER.test(l.text.slice(start, end)))
      return Shape.table;
  }
  return isRow(l.units, start, end, facts) ? Shape.table : Shape.text;
}

function isFurniture(line: string, begun: number): boolean {
  for (let k = 0; k < FURNITURE.length; k++) if (begun & (1 << k) && FURNITURE[k]![1].test(line)) return true;
  return false;
}

/** Whether something other than a word stands before the digits at a line's end. */
function mayBeLeader(units: Uint16Array, start: number, end: number): boolean {
  let i = end - 1;
  while (i > start && CLASS[units[i]!]! & Char.digit) i--;
  const c = units[i]!;
  return c === 0x2e || c === 0xff0e || c === 0xb7 || c === 0x2026 || (CLASS[c]! & Char.blank) !== 0;
}

const LABELLED = /^(?:其中[:：])?[^\s\d，。；：！？、]{2,20}[ \t\u3000]+[-+]?\d[\d,.]*[%‰]?$/;

/** One label, a blank and one numeral: 总收入 86520. */
function isLabelled(l: Lines, i: number): boolean {
  const facts = l.facts[i]!;
  if ((facts & (Fact.hasGap | Fact.hasDigit)) !== (Fact.hasGap | Fact.hasDigit)) return false;
  const start = l.start[i]!;
  const end = l.end[i]!;
  if (end - start > LONGEST) return false;
  return mayEndNumeral(l.units[end - 1]!) && LABELLED.test(l.text.slice(start, end));
}

const mayEndNumeral = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || c === 0x2c || c === 0x2e || c === 0x25 || c === 0x2030;

const YEAR = '年'.charCodeAt(0);

/** A row of columns: cells apart by blanks, two or more of them numerals, and no sentence. */
function isRow(units: Uint16Array, start: number, end: number, facts: number): boolean {
  if ((facts & (Fact.hasGap | Fact.hasDigit)) !== (Fact.hasGap | Fact.hasDigit)) return false;
  if (facts & Fact.terminal || end - start > 200) return false;
  if (facts & Fact.hasMark && hasClause(units, start, end)) return false;
  let cells = 0;
  let numbers = 0;
  let spaced = true; // 2 0 1 1: letter-spaced
  for (let i = start; i <= end; i++) {
    const from = i;
    while (i < end && !(CLASS[units[i]!]! & Char.blank)) i++;
    cells++;
    if (i - from !== 1) spaced = false;
    else if (units[from] === YEAR) return false; // 2 012 年 1—3 月…: a headline
    if (isNumeral(units, from, i)) numbers++;
    while (i + 1 < end && CLASS[units[i + 1]!]! & Char.blank) i++;
  }
  return !spaced && numbers >= 2 && cells - numbers <= numbers + 1;
}

/** A mark that parts clauses: 产值 3 6.8 亿元，增长 1 1. 2% is no row. Not one between digits (３，０００), nor one that ends the line. */
function hasClause(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end - 1; i++) {
    const c = units[i]!;
    if (c === 0x3002 || c === 0xff1b) return true;
    if (c === 0xff0c && !(isDigit(units[i - 1]!) && isDigit(units[i + 1]!))) return true;
  }
  return false;
}

/** A cell of digits of any width, with or without a sign, grouped, with decimals, a percentage. */
function isNumeral(units: Uint16Array, from: number, to: number): boolean {
  let i = from;
  if (i < to && (units[i] === 0x2d || units[i] === 0x2b)) i++;
  if (i >= to || !isDigit(units[i]!)) return false;
  while (++i < to) {
    const c = units[i]!;
    const goesOn = isDigit(c) || c === 0x2c || c === 0x2e || c === 0x25 || c === 0xff0c || c === 0xff0e || c === 0xff05;
    if (!goesOn) return false;
  }
  return true;
}
