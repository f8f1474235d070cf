import { Fact, type Lines } from './lines.ts';

/** What a line is by its own shape. */
export const Shape = { text: 0, furniture: 1, table: 2 } as const;

/** Page numbers, continuation marks, credits of the page, buttons of web pages. Tried on short lines only. */
const FURNITURE = [
  /^[-—–·\s]{1,6}\d{1,4}[-—–·\s]{1,6}$/, // - 4 -
  /^第\s*\d+\s*[页頁版](\s*[,，/共]\s*(共|总)?\s*\d+\s*[页頁版])?$/,
  /^page\s*\d+[-—\s]*$/i,
  /^[①-⑳]\s*\d{0,3}$/, // ①4
  /^（?(下转|上接|下轉|紧接)第?[一二三四五六七八九十\d]+[版页頁]）?$/,
  /^(责编|责任编辑|編輯|编辑|美编|校对|版式|组版|值班总编|一版编辑|本版编辑|电话|热线|邮箱|网址|投稿邮箱|新闻热线|E-?mail)\s*[:：].{0,30}$/i,
  /^[【[]?(字号|字體)[:：]?.{0,16}$/,
  /^(打印|下载|关闭|收藏|分享|分享到[:：]?|返回顶部|返回|上一篇[:：]?.{0,20}|下一篇[:：]?.{0,20}|加大|还原|减小|】|相关链接|相关新闻|更多|纠错|扫一扫.{0,12}|点击(收听|查看|下载).{0,10})$/,
  /^(浏览|阅读|点击)(次数|量|数)\s*[:：]?\s*\d*\s*次?$/,
];

/** …… 12 at a line's end: a table of contents. */
const LEADER = /[.．·…]{3,}\s*\d{1,4}$/;

/** Marks furniture and table rows and cells. Text is what is left. */
export function shapesOf(text: string, l: Lines): Uint8Array {
  const shapes = new Uint8Array(l.count);
  for (let i = 0; i < l.count; i++) {
    const length = l.end[i]! - l.start[i]!;
    if (length <= 40) {
      const line = text.slice(l.start[i], l.end[i]);
      if (FURNITURE.some((re) => re.test(line))) shapes[i] = Shape.furniture;
      else if (LEADER.test(line)) shapes[i] = Shape.table;
    }
    if (shapes[i] === Shape.text && l.facts[i]! & Fact.hasGap && isRow(text, l.start[i]!, l.end[i]!, l.facts[i]!))
      shapes[i] = Shape.table;
  }
  // 云溪县 45210⏎石鼓区 71630: rows of a label and a numeral, though 石 could be a unit
  for (let i = 0; i + 1 < l.count; i++) {
    if (!isLabelled(text, l, i) || !isLabelled(text, l, i + 1)) continue;
    for (const k of [i, i + 1]) if (shapes[k] === Shape.text) shapes[k] = Shape.table;
  }
  // cells one a line: a numeral between numerals
  for (let i = 0; i < l.count; i++) {
    if (!(l.facts[i]! & Fact.numeric) || shapes[i] !== Shape.text) continue;
    let to = i;
    while (to < l.count && l.facts[to]! & Fact.numeric) to++;
    if (to - i >= 2) for (let k = i; k < to; k++) shapes[k] = Shape.table;
    i = to - 1;
  }
  return shapes;
}

const LABELLED = /^(?:其中[:：])?[^\s\d，。；：！？、]{2,20}[ \t\u3000]+[-+]?\d[\d,.]*[%‰]?$/;

/** One label, a blank and one numeral: 总收入 86520. */
function isLabelled(text: string, l: Lines, i: number): boolean {
  return (
    (l.facts[i]! & Fact.hasGap) !== 0 &&
    l.end[i]! - l.start[i]! <= 40 &&
    LABELLED.test(text.slice(l.start[i], l.end[i]))
  );
}

/** A row of columns: cells apart by blanks, two or more of them numerals, and no sentence. */
function isRow(text: string, start: number, end: number, facts: number): boolean {
  if (facts & Fact.terminal || end - start > 200) return false;
  const cells = text.slice(start, end).split(/[\s\u3000]+/);
  const numbers = cells.filter((c) => /^[-+]?[\d０-９][\d０-９,.．，%％]*$/.test(c));
  if (cells.every((c) => c.length === 1)) return false; // 2 0 1 1: letter-spaced
  return numbers.length >= 2 && cells.length - numbers.length <= numbers.length + 1;
}
