import type { Line } from '../repair/types.ts';

/**
 * Pages that lost their line ends: a headline, its authors and its text stand on one line, behind the text before (…3.5个百分点。⏎本
 * read 城南建成蔬菜基地通讯员 李建国 近日…).
 */

/** How a text opens, or a line of authors. */
const OPENINGS = [
  '本报讯',
  '本报记者',
  '本刊记者',
  '本报通讯员',
  '通讯员',
  '新华社',
  '中新社',
  '央视网消息',
  '本台消息',
];
/** Characters that end a headline's run: a headline holds no sentence. */
const MARKS = '。，；：！？,;:!?\n';
/** What closes a sentence with or behind its stop. */
const CLOSERS = '。！？”』）)';
/** He speaks to a reporter: 告诉本报记者, 接受本报记者. */
const TO_REPORTER = '诉对向受给与是让请由据在';
/** Words with which a text begins behind its authors' names. */
const BEGINS =
  /^(?:近日|日前|昨日|今日|昨天|今天|目前|眼下|近期|今年|去年|连日|本周|上周|随着|自从|据悉|记者|笔者|金秋|初冬|初春|盛夏)/;
const SHORTEST = 6;
const LONGEST = 50;

/** The lines of a page, those that hold a headline inside cut before it, behind it and behind the authors. */
export function cutRunOns(text: string, lines: readonly Line[]): readonly Line[] {
  const openings = openingsIn(text);
  if (openings.length === 0) return lines;
  const out: Line[] = [];
  let o = 0;
  for (const line of lines) {
    const first = o;
    while (o < openings.length && openings[o]! < line.end) o++;
    const cuts = line.kind === 'text' && o > first ? cutsIn(text, line, openings.slice(first, o)) : [];
    if (cuts.length === 0) {
      out.push(line);
      continue;
    }
    let from = line.start;
    for (const cut of [...cuts, line.end]) {
      let start = from;
      let end = cut;
      while (start < end && isBlank(text.charCodeAt(start))) start++;
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
      if (end > start) out.push({ ...line, start, end });
      from = cut;
    }
  }
  return out;
}

/** Where the openings stand in a text, in order. Searched natively: to look at each character takes four times as long as all the rest. */
function openingsIn(text: string): number[] {
  const found: number[] = [];
  for (const word of OPENINGS)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found.sort((a, b) => a - b);
}

const isBlank = (c: number): boolean => c === 0x20 || c === 0x3000;

/** Where a line is cut, in order. */
function cutsIn(text: string, { start, end }: Line, openings: readonly number[]): number[] {
  const cuts: number[] = [];
  let done = start;
  for (const at of openings) {
    if (at < done || at + 1 >= end) continue;
    const word = OPENINGS.find((w) => text.startsWith(w, at))!;
    const head = headlineBefore(text, cuts.at(-1) ?? start, at);
    if (head < 0 || (head === start && at === start)) continue;
    const names = word.endsWith('记者') || word.endsWith('员') ? namesBehind(text, at, end) : at;
    if (names < 0) continue;
    for (const cut of [head, at, names]) if (cut > (cuts.at(-1) ?? start) && cut < end) cuts.push(cut);
    done = names;
  }
  return cuts;
}

/** Where the headline before `at` begins: at the line's beginning or behind a sentence; `at` itself where none stands between; -1 for no headline. */
function headlineBefore(text: string, start: number, at: number): number {
  let i = at;
  while (i > start && !MARKS.includes(text[i - 1]!) && at - i <= LONGEST) i--;
  if (i > start && !CLOSERS.includes(text[i - 1]!)) return -1;
  while (i < at && (isBlank(text.charCodeAt(i)) || CLOSERS.includes(text[i]!))) i++;
  if (i === at) return at;
  return at - i < SHORTEST ||
    at - i > LONGEST ||
    TO_REPORTER.includes(text[at - 1]!) ||
    /[（(]$/.test(text.slice(i, at).trimEnd())
    ? -1
    : i;
}

/** The end of the authors' names behind `at` (本报记者 郭华 通讯员 李 明), -1 where none stand there. */
function namesBehind(text: string, at: number, end: number): number {
  let i = at;
  let found = false;
  let last = -1;
  for (;;) {
    while (i < end && isBlank(text.charCodeAt(i))) i++;
    const role = /^(?:本报|本刊)?(?:见习|实习|特约|首席)?(?:记者|通讯员)/.exec(text.slice(i, i + 8))?.[0];
    if (role) {
      i += role.length;
      continue;
    }
    let to = i;
    while (to < end && to - i <= 4 && isHan(text.charCodeAt(to)) && !text.startsWith('本报', to)) to++;
    const isName =
      to > i &&
      to - i <= 3 &&
      (to === end || isBlank(text.charCodeAt(to)) || text.startsWith('本报', to) || isDigit(text.charCodeAt(to)));
    if (!isName || BEGINS.test(text.slice(i, to))) break;
    found = true;
    last = to;
    i = to;
  }
  return found ? last : -1;
}

const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff;
const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
