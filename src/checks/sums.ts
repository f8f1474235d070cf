import type { FigureRecord } from '../record/schema.ts';
import type { SumFinding } from './finding.ts';
import type { Located } from './locate.ts';
import { isZero, roundingOf, tidy } from './rounding.ts';

/** Types that add up; ratios, prices, dates and temperatures do not. */
const ADDITIVE = new Set<string>([
  'investment',
  'money',
  'count',
  'people',
  'area',
  'length',
  'mass',
  'volume',
  'energy',
  'capacity',
]);

/** After a total: its parts follow (19亿元，其中…; 19亿元（…）). */
const PARTS_FOLLOW = /其中|分别|包括|包含|分为|[：:（(]/;
/** 分别 alone may list measures beside each other (产值50亿元，利润、税收分别达30亿元、10亿元): it can confirm a sum, not deny it. */
const ONLY_BESIDE = /^(?!.*(?:其中|包括|包含|分为|[：:（(])).*分别/s;
/** Before a figure: it is the sum of those that stand before it. */
const TOTAL_FOLLOWS = /(合计|共计|总计|累计|总共|一共|总额|总量|总数|共)[^，。；、]{0,8}$/;
const SURELY_TOTAL = /合计|共计|总计/;
/** A figure told as 比上年增加2亿元 is a change of its neighbour, no part of it; 增加值 (value added) is a measure. */
const CHANGE = /比|增加(?!值)|增长|减少|新增|净增|同期|上年|去年/;
/** The end of what one total governs. */
const SENTENCE_END = /[。！？!?\n]/;
/** 地区生产总值31846.2亿元，比上年增长5.3%。其中，第一产业… goes on with the sentence before. */
const GOES_ON = /[。！？!?]\s*其中/;

/**
 * How far off (in parts of the total) parts may be that were still meant to add up; further off, 其中 names only some of
 * them. Two parts seldom are all (手术214例，其中肝移植97例、肾移植103例), three or more often are.
 */
const NEAR_OF_TWO = 0.05;
const NEAR_OF_MORE = 0.12;
/** 合计 claims to be the sum of what stands before it: only what is far off belongs to other parts, told elsewhere. */
const NEAR_OF_SURE = 0.5;

/** Totals and their parts, each within a sentence or its 其中 sentence. `figures` in the text's order, `text` the repaired text. */
export function checkSums(text: string, figures: readonly Located[]): SumFinding[] {
  const findings: SumFinding[] = [];
  for (let i = 0; i < figures.length; ) {
    const found = totalFirst(text, figures, i) ?? totalLast(text, figures, i);
    if (found) findings.push(found.finding);
    i = found ? found.next : i + 1;
  }
  return findings;
}

interface Found {
  finding: SumFinding;
  next: number;
}

/** What stands between a figure and the one before it. */
const gapBefore = (text: string, figures: readonly Located[], at: number): string =>
  text.slice(figures[at - 1]!.end, figures[at]!.start);

/** 投资19亿元，其中高速公路10.8亿元，干线公路4.4亿元，农村公路1.2亿元，场站2.6亿元 */
function totalFirst(text: string, figures: readonly Located[], at: number): Found | null {
  const total = figures[at]!;
  if (!isAddend(total.record)) return null;
  const first = firstPart(text, figures, at);
  if (first < 0) return null;
  const parts: Located[] = [];
  let next = first;
  for (; next < figures.length; next++) {
    const figure = figures[next]!;
    const gap = gapBefore(text, figures, next);
    if (parts.length > 0 && (SENTENCE_END.test(gap) || TOTAL_FOLLOWS.test(gap))) break;
    // 增长12% beside a part says something of that part, and the list goes on behind it.
    if (!isAddend(figure.record)) {
      if (parts.length === 0) return null;
      continue;
    }
    if (!sameKind(total.record, figure.record) || CHANGE.test(gap)) break;
    parts.push(figure);
    // What follows a list that is complete is no part: …，其中东院700张、西院500张，医生300人。
    if (parts.length >= 2 && isZero(differenceOf(total, parts), total.record.value as number)) {
      next++;
      break;
    }
  }
  if (parts.length < 2) return null;
  const complete = rounded(total, parts);
  const lead = gapBefore(text, figures, first);
  const near = ONLY_BESIDE.test(lead) ? 0 : parts.length === 2 ? NEAR_OF_TWO : NEAR_OF_MORE;
  const finding = judge(total, complete, near);
  return finding && { finding, next };
}

/** The longest run of the parts, from the first, that adds up within rounding; all of them where none does. */
function rounded(total: Located, parts: readonly Located[]): readonly Located[] {
  for (let n = parts.length; n >= 2; n--) if (agree(total, parts.slice(0, n))) return parts.slice(0, n);
  return parts;
}

/** Index of the first part behind a total; between them only what tells of the total: growth, a change, a share. -1: none. */
function firstPart(text: string, figures: readonly Located[], at: number): number {
  for (let k = at + 1; k < figures.length; k++) {
    const gap = gapBefore(text, figures, k);
    if (SENTENCE_END.test(gap) && !GOES_ON.test(gap)) return -1;
    if (PARTS_FOLLOW.test(gap)) return k;
    if (isAddend(figures[k]!.record) && !CHANGE.test(gap)) return -1;
  }
  return -1;
}

/** 高速公路10.8亿元、干线公路4.4亿元、农村公路1.2亿元，合计16.4亿元 */
function totalLast(text: string, figures: readonly Located[], at: number): Found | null {
  const parts: Located[] = [];
  for (let k = at; k < figures.length; k++) {
    const figure = figures[k]!;
    const gap = k > at ? gapBefore(text, figures, k) : '';
    if (!isAddend(figure.record) || (parts.length > 0 && !sameKind(parts[0]!.record, figure.record))) return null;
    if (SENTENCE_END.test(gap)) return null;
    if (parts.length >= 2 && TOTAL_FOLLOWS.test(gap)) {
      const finding = judge(figure, parts, SURELY_TOTAL.test(gap) ? NEAR_OF_SURE : NEAR_OF_TWO);
      return finding && { finding, next: k + 1 };
    }
    if (parts.length > 0 && (gap.length > 40 || CHANGE.test(gap))) return null;
    parts.push(figure);
  }
  return null;
}

function differenceOf(total: Located, parts: readonly Located[]): number {
  return (total.record.value as number) - parts.reduce((n, p) => n + (p.record.value as number), 0);
}

/**
 * Whether parts add up to the total, what rounding hides allowed for. A total is taken to be as fine as its parts: beside
 * 10.8亿元, 19亿元 is 19.0亿元.
 */
function agree(total: Located, parts: readonly Located[]): boolean {
  const whole = Math.abs(total.record.value as number);
  const roundings = parts.map((p) => roundingOf(p.record));
  const tolerance = roundings.reduce((n, r) => n + r, Math.min(roundingOf(total.record), Math.max(...roundings)));
  return Math.abs(differenceOf(total, parts)) <= tolerance + whole * 1e-9;
}

/** Agree, differ, or (null) not enough to say that these were meant to add up: further off than `near`, or blurred. */
function judge(total: Located, parts: readonly Located[], near: number): SumFinding | null {
  const { record } = total;
  const whole = record.value as number;
  const difference = differenceOf(total, parts);
  const agrees = agree(total, parts);
  if (!agrees) {
    if ([total, ...parts].some((l) => l.record.modifier !== null)) return null;
    if (Math.abs(difference) > near * Math.abs(whole)) return null;
  }
  const exact = isZero(difference, whole);
  return {
    kind: 'sum',
    file: record.source.file,
    line: record.source.line,
    agrees,
    total: record.id,
    parts: parts.map((p) => p.record.id),
    difference: exact ? 0 : tidy(difference),
    text: `${record.text} ${agrees ? (exact ? '=' : '≈') : '≠'} ${parts.map((p) => p.record.text).join(' + ')}`,
  };
}

function isAddend(record: FigureRecord): boolean {
  return ADDITIVE.has(record.type) && typeof record.value === 'number' && record.value > 0;
}

/** Same unit; investment and money are both money, and a count of 家 is no part of a count of 个. */
function sameKind(a: FigureRecord, b: FigureRecord): boolean {
  if (a.unit !== b.unit || a.unitCode !== b.unitCode) return false;
  return a.type === b.type || (isMoney(a) && isMoney(b));
}

const isMoney = (r: FigureRecord): boolean => r.type === 'investment' || r.type === 'money';
