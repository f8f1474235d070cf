import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { marksOf, words } from './asked.ts';
import type { Context } from './context.ts';
import { Kind } from './kind.ts';
import { FROM_BASE, STOP } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { clauseEnd, has, isOneOf } from './view.ts';

const QUOTE_BEFORE_TIME = marksOf('“‘"');
const TITLE_END = marksOf('》');
const TITLE_START = marksOf('《');
const COMPARED_BEHIND = words('相比', '比', '增长', '增加', '的');
const COMPARED_BEFORE = words('比', '较', '与', '和', '同', '是', '相比', '超过', '高于', '低于');

/** A time as a period: as written and as EDTF. */
export interface PeriodFound {
  text: string;
  edtf: string | null;
  /** Not in the figure's own clause. */
  carried: boolean;
  /** Not even in its sentence. */
  elsewhere?: boolean;
}

/** Times that say what a figure is compared with, not when it holds: 比|上年四季度, 去年|同期, 由|上年全年|下降. */
export function isComparedTime(t: Tokens, i: number): boolean {
  const before = isOneOf(t, i - 1, QUOTE_BEFORE_TIME) ? i - 2 : i - 1;
  if (before < 0) return false;
  if (has(t.kind[before]!, Class.compare) || isOneOf(t, before, COMPARED_BEFORE)) return true;
  return isOneOf(t, i + 1, COMPARED_BEHIND) && has(t.kind[before]!, Class.conjunction);
}

const usable = (q: Quantity): boolean =>
  q.time !== undefined &&
  q.time.granularity !== 'clock' &&
  q.time.edtf !== null &&
  q.time.edtf !== 'XXXX' &&
  q.dimension === 'date';

/** The last usable time among tokens [from, to), nearest to `to`. */
export function lastTime(t: Tokens, from: number, to: number, quantities: readonly Quantity[]): number {
  if (!has(t.kinds, Kind.time)) return -1;
  for (let i = to - 1; i >= from; i--) {
    if (!has(t.kind[i]!, Kind.time)) continue;
    if (usable(quantities[t.value[i]!]!) && !isComparedTime(t, i) && !isInName(t, i) && !isFormerTime(t, i, to))
      return i;
  }
  return -1;
}

/** 由|上年全年|下降3.8%转为增长1.7%: the time behind 由 is that of the first figure only. */
function isFormerTime(t: Tokens, i: number, to: number): boolean {
  if (!isOneOf(t, isOneOf(t, i - 1, QUOTE_BEFORE_TIME) ? i - 2 : i - 1, FROM_BASE)) return false;
  for (let k = i + 1; k < to; k++) if (has(t.kind[k]!, Kind.figure)) return true;
  return false;
}

/** 《2011年工作报告》: a time in a title is no period. */
function isInName(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 12; k--) {
    if (isOneOf(t, k, TITLE_END)) return false;
    if (isOneOf(t, k, TITLE_START)) return true;
  }
  return false;
}

/** The time that a figure holds for: the last before it in its sentence, one in the rest of its clause, else its paragraph's. */
export function periodOf(t: Tokens, at: number, context: Context): PeriodFound | null {
  let i = lastTime(t, 0, at, context.quantities);
  let carried = false;
  if (i < 0) i = lastTime(t, at, clauseEnd(t, at), context.quantities);
  else for (let k = i; k < at && !carried; k++) carried = isOneOf(t, k, STOP);
  if (i >= 0) {
    const q = context.quantities[t.value[i]!]!;
    return { text: q.text, edtf: yearTold(q, context), carried };
  }
  const period = context.period ?? context.headingPeriod ?? context.articlePeriod;
  return period && { text: period.text, edtf: period.edtf, carried: true, elsewhere: true };
}

/**
 * The time with the year that the text means. 全年, 年末, 上半年 say none: under a heading that names one (2009年统计公报) they are
 * of that year; a paper of the first months that tells of 全年 tells of the year that has ended.
 */
export function yearTold(q: Quantity, context: Context): string | null {
  const { edtf, inferred } = q.time!;
  if (!inferred || !edtf || /[今去明前本上当]年|\d年/.test(q.text)) return edtf;
  const year = context.headingPeriod?.edtf;
  if (year) return YEARLESS.test(q.text) ? edtf.replace(/\d{4}/g, year) : edtf;
  const told = /^(全年|年末)/.test(q.text) ? context.articlePeriod?.edtf : null;
  if (told && /^\d{4}$/.test(told)) return edtf.replace(/\d{4}/g, told); // 2024年，… 年末常住人口: of the year that the article tells of
  const early = /^\d{4}-0[1-4]/.test(context.date ?? '');
  return early && /^(全年|年末)/.test(q.text) && edtf.startsWith(context.date!.slice(0, 4))
    ? edtf.replace(/^\d{4}/, (y) => String(Number(y) - 1))
    : edtf;
}

const YEARLESS = /^(全年|年末|年底|年初|上半年|下半年|[一二三四]季度|前.季度|.*月)/;

/** A title, or a short line that is no sentence. */
export function isHeading(context: Context): boolean {
  const { page, sentence } = context;
  const { start, end, paragraph } = page.sentences[sentence]!;
  const { role } = page.paragraphs[paragraph]!;
  return role !== 'body' && role !== 'caption'
    ? true
    : end - start <= 36 && !/[。！？；，]$/.test(page.source.text.slice(start, end).trim());
}

/** Notes the year of a heading, for the times without a year below it. */
export function noteHeading(context: Context, from: number, to: number): void {
  if (!isHeading(context)) return;
  for (let q = from; q < to; q++) {
    const time = context.quantities[q]!.time;
    if (time?.granularity === 'year' && !time.inferred && /^\d{4}$/.test(time.edtf ?? '')) {
      context.headingPeriod = { text: context.quantities[q]!.text, edtf: time.edtf };
      return;
    }
  }
}
