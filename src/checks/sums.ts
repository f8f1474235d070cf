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

/** After a total: its parts follow (19亿元，其中…). `分别` gives all the parts, 其中 perhaps only some. */
const PARTS_FOLLOW = /其中|分别|包括|包含|分为|[：:（(]/;
const ALL_PARTS_FOLLOW = /分别|分为/;
/** Before a figure: it is the sum of those that stand before it. */
const TOTAL_FOLLOWS = /(合计|共计|总计|累计|总共|一共|总额|总量|总数|共)[^，。；、]{0,8}$/;
/** Parts whose sum comes this near to the total were meant to add up to it; further off, 其中 names only some of them. */
const NEAR = 0.12;
/** A part told as 比上年增加2亿元 is a change of its neighbour, no part. */
const CHANGE = /比|增加|增长|减少|新增|净增|同期|上年|去年/;

/** Totals and their parts in one sentence. `figures` are the sentence's records in order, `text` the repaired text. */
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

/** 投资19亿元，其中高速公路10.8亿元，干线公路4.4亿元，农村公路1.2亿元，场站2.6亿元 */
function totalFirst(text: string, figures: readonly Located[], at: number): Found | null {
  const total = figures[at]!;
  if (!isAddend(total.record)) return null;
  const parts: Located[] = [];
  let next = at + 1;
  for (; next < figures.length; next++) {
    const figure = figures[next]!;
    const gap = text.slice(figures[next - 1]!.end, figure.start);
    if (parts.length === 0 && !PARTS_FOLLOW.test(gap)) return null;
    if (TOTAL_FOLLOWS.test(gap) && parts.length > 0) break;
    // 增长12% beside a part says something of that part, and the list goes on behind it.
    if (!isAddend(figure.record)) {
      if (parts.length === 0) return null;
      continue;
    }
    if (!sameKind(total.record, figure.record)) break;
    if (CHANGE.test(gap)) break;
    parts.push(figure);
  }
  if (parts.length < 2) return null;
  const lead = text.slice(total.end, parts[0]!.start);
  const finding = judge(total, parts, ALL_PARTS_FOLLOW.test(lead));
  return finding && { finding, next };
}

/** 高速公路10.8亿元、干线公路4.4亿元、农村公路1.2亿元，合计16.4亿元 */
function totalLast(text: string, figures: readonly Located[], at: number): Found | null {
  const parts: Located[] = [];
  for (let k = at; k < figures.length; k++) {
    const figure = figures[k]!;
    const gap = k > 0 ? text.slice(figures[k - 1]!.end, figure.start) : '';
    if (!isAddend(figure.record) || (parts.length > 0 && !sameKind(parts[0]!.record, figure.record))) return null;
    if (parts.length >= 2 && TOTAL_FOLLOWS.test(gap)) {
      const finding = judge(figure, parts, /合计|共计|总计/.test(gap));
      return finding && { finding, next: k + 1 };
    }
    if (parts.length > 0 && (gap.length > 40 || CHANGE.test(gap))) return null;
    parts.push(figure);
  }
  return null;
}

/** Agree, differ, or (null) not enough to say that these were meant to add up. */
function judge(total: Located, parts: readonly Located[], exhaustive: boolean): SumFinding | null {
  const whole = total.record.value as number;
  const sum = parts.reduce((n, p) => n + (p.record.value as number), 0);
  const difference = whole - sum;
  const tolerance = parts.reduce((n, p) => n + roundingOf(p.record), roundingOf(total.record));
  const exact = isZero(difference, whole);
  const agrees = exact || Math.abs(difference) <= tolerance + Math.abs(whole) * 1e-9;
  if (!agrees) {
    const blurred = [total, ...parts].some((l) => l.record.modifier !== null);
    if (blurred) return null;
    if (!exhaustive && Math.abs(difference) > NEAR * Math.abs(whole)) return null;
    // 分别 can also list measures of one kind that never were parts: far off is no claim.
    if (exhaustive && Math.abs(difference) > 0.5 * Math.abs(whole)) return null;
  }
  const record = total.record;
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
