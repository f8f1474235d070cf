import type { Rows } from '../../rules/pack.ts';
import type { TimeTable } from '../../rules/quantity.ts';
import { code, FOLD, isHan, NUMERALS, on, type Source, skipSpace, stands } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { addPair, hasPair, newPairs, type Pairs } from '../pairs.ts';
import { buildTrie, type Trie } from '../trie.ts';
import { addDays, addMonths, edtf, edtfYear, granularityOfPart, partOfYear, week, weekday } from './calendar.ts';
import { readDecade } from './century.ts';
import { holiday, readWeekday, weekdayAfter } from './named-days.ts';
import { readPart } from './part.ts';
import { readSmall } from './small.ts';
import { bare, type PartWords, type TimeContext, type TimeRead } from './types.ts';
import { readFromYear } from './year.ts';

type WordKind =
  | 'year'
  | 'month'
  | 'day'
  | 'week'
  | 'weekday'
  | 'holiday'
  | 'quarter'
  | 'part'
  | 'since'
  | 'sinceMonth'
  | 'now'
  | 'vague'
  | 'same';

/** The time words, compiled. */
export interface TimeWords {
  trie: Trie;
  /** The first two characters of what may be a time: those of the words, and 前8, 第三 (months, quarters). */
  pairs: Pairs;
  list: Rows<{ kind: WordKind; offset: number; part: string }>;
  parts: PartWords;
}

export function compileTimes(table: TimeTable): TimeWords {
  const list: { kind: WordKind; offset: number; part: string }[] = [];
  const words: [string, number][] = [];
  const add = (kind: WordKind, entries: Record<string, number | string> | string[]) => {
    for (const [w, v] of Array.isArray(entries) ? entries.map((w) => [w, 0] as const) : Object.entries(entries)) {
      words.push([w, list.length]);
      list.push({ kind, offset: typeof v === 'number' ? v : 0, part: typeof v === 'string' ? v : '' });
    }
  };
  add('same', table.samePeriod);
  add('year', table.years);
  add('month', table.months);
  add('day', table.days);
  add('week', table.weeks);
  add('weekday', table.weekdays);
  add('holiday', table.holidays);
  add('quarter', table.quarters);
  add('part', table.parts);
  add('since', table.since);
  add('sinceMonth', table.sinceMonth);
  add('now', table.now);
  add('vague', table.vague);
  const parts = Object.entries(table.parts);
  const partList = parts.map(([, p]) => p);
  return {
    trie: buildTrie(words, FOLD),
    pairs: pairsOf(words),
    list,
    parts: {
      trie: buildTrie(
        parts.map(([w], i) => [w, i] as const),
        FOLD,
      ),
      list: partList,
      eras: Object.entries(table.eras),
    },
  };
}

function pairsOf(words: readonly (readonly [string, number])[]): Pairs {
  const pairs = newPairs();
  for (const [word] of words) {
    if (word.length < 2) pairs.fill(-1);
    else addPair(pairs, FOLD[word.charCodeAt(0)]!, FOLD[word.charCodeAt(1)]!);
  }
  for (const ch of '前头第') for (const c of NUMERALS) addPair(pairs, code(ch), c);
  return pairs;
}

/** Reads a time that begins with a word: 去年, 今年10月, 本月九日, 上半年, 截至目前; null where none begins at `at`. */
export function readTimeWord(src: Source, at: number, ctx: TimeContext, words: TimeWords): TimeRead | null {
  if (!hasPair(words.pairs, src.s[at]!, src.s[at + 1]!)) return null;
  const end = words.trie.match(src.s, at, src.n);
  if (end === at) return readFirstMonths(src, at, ctx, words);
  const word = words.list.at(words.trie.id)!;
  const d = ctx.date;
  switch (word.kind) {
    case 'year': {
      if (word.offset !== 0 && end - at === 2 && isInAfter(src, at)) return null;
      const year = d ? d.year + word.offset : null;
      const kept = year === null ? { ...ctx } : null;
      const read = readFromYear(src, at, end, year, true, false, ctx, words.parts);
      if (kept) Object.assign(ctx, kept);
      // 去年10月 has a numeral and is a figure, 去年上半年 has none
      const last = read.time.granularity === 'month' ? readLastMonth(src, read.end, ctx, words) : null;
      if (last?.time.edtf && read.time.edtf) {
        const value = `${read.time.edtf}/${last.time.edtf}`;
        return {
          start: at,
          end: last.end,
          time: { edtf: value, granularity: 'span', inferred: true },
          figure: true,
          rule: 'date/months',
        };
      }
      const figure =
        read.rule.startsWith('date/month') || read.rule.startsWith('date/day') || read.time.granularity === 'span';
      if (year === null) read.time.edtf = null;
      return { ...read, figure, rule: figure ? read.rule : 'time/relative' };
    }
    case 'month': {
      const m = d ? addMonths(d, word.offset) : null;
      const i = skipSpace(src, end);
      const n = readSmall(src, i);
      if (n && n.value >= 1 && n.value <= 31 && on(src, n.end, '日号')) {
        const value = m ? edtf(m.year, m.month, n.value) : null;
        return {
          start: at,
          end: n.end + 1,
          time: { edtf: value, granularity: 'day', inferred: true },
          figure: true,
          rule: 'date/day',
        };
      }
      let stop = end;
      if (on(src, stop, '底末初')) stop++;
      else if (stands(src, stop, '上旬') || stands(src, stop, '中旬') || stands(src, stop, '下旬')) stop += 2;
      return bare(at, stop, m ? edtf(m.year, m.month) : null, 'month', 'time/relative');
    }
    case 'day':
      return bare(at, end, d ? addDays(d, word.offset) : null, 'day', 'time/relative');
    case 'week': {
      const day = weekdayAfter(src, end);
      if (day > 0) return bare(at, end + 1, d ? weekday(d, day, word.offset) : null, 'day', 'time/relative');
      return bare(at, end, d ? week(d, word.offset) : null, 'span', 'time/relative');
    }
    case 'weekday':
      return readWeekday(src, at, end, word.offset, d);
    case 'holiday':
      return bare(at, end, d ? holiday(d, word.part) : null, 'span', 'time/holiday');
    case 'quarter': {
      if (!d?.month) return bare(at, end, null, 'quarter', 'time/relative');
      const q = d.year * 4 + Math.ceil(d.month / 3) - 1 + word.offset;
      return bare(at, end, `${edtfYear(Math.floor(q / 4))}-${33 + (q % 4)}`, 'quarter', 'time/relative');
    }
    case 'part':
      return readLonePart(src, at, end, word.part, ctx);
    case 'since':
      return bare(at, end, d ? `${edtf(d.year, 1, 1)}/${edtf(d.year, d.month, d.day)}` : null, 'span', 'time/since');
    case 'sinceMonth':
      return bare(
        at,
        end,
        d?.month ? `${edtf(d.year, d.month, 1)}/${edtf(d.year, d.month, d.day)}` : null,
        'span',
        'time/since',
      );
    case 'now':
      return bare(at, end, d ? edtf(d.year, d.month, d.day) : null, 'day', 'time/now');
    case 'same':
      return bare(at, end, d ? edtfYear(d.year + word.offset) : null, 'year', 'time/same');
    default:
      return readVague(src, at, end);
  }
}

/** 投产后|年产, 以前|年度: 后 and 前 end what stands before them. */
function isInAfter(src: Source, at: number): boolean {
  if (on(src, at, '后')) return at > 0 && isHan(src.s[at - 1]!) && !on(src, at - 1, '到至和与或在于自从比');
  return on(src, at, '前') && on(src, at - 1, '以之目此');
}

/** 去年10月至今年3月: the second end of the span. */
function readLastMonth(src: Source, at: number, ctx: TimeContext, words: TimeWords): TimeRead | null {
  const connector = readConnector(src, at);
  if (connector === at) return null;
  const last = readTimeWord(src, connector, ctx, words);
  return last && last.time.granularity === 'month' && last.figure ? last : null;
}

/** 上半年, 一季度, 年底 by themselves: of the year last written in the paragraph, else of the document's. */
function readLonePart(src: Source, at: number, end: number, part: string, ctx: TimeContext): TimeRead | null {
  if (on(src, at - 1, '年月') && end - at <= 2) return null;
  let stop = end;
  if (on(src, stop, '末初底') && part[0] !== 'm') stop++;
  // 到2017年底…，年内将确保: what is to come is of the document's year
  const isToCome = part === 'year' && on(src, stop, '将力预可有拟确要计') && ctx.date !== null && on(src, at + 1, '内');
  const carried = ctx.year !== null && ctx.year !== undefined && !isToCome ? ctx.year : null;
  const year = carried ?? (ctx.date ? yearOfPart(part, ctx) : null);
  return {
    start: at,
    end: stop,
    time: { edtf: partOfYear(year, part), granularity: granularityOfPart(part), inferred: year !== null },
    figure: false,
    rule: 'time/part',
  };
}

/** A quarter or half that has not begun by the document's date is of the year before: 四季度 in January. */
function yearOfPart(part: string, ctx: TimeContext): number {
  const d = ctx.date!;
  if (d.month === null) return d.year;
  const begins = part[0] === 'q' ? Number(part[1]) * 3 - 2 : part === 'h2' ? 7 : part[0] === 'm' ? 1 : 0;
  const ends = part[0] === 'm' ? Number(part.slice(3)) : 0;
  if (begins - d.month > 6 || ends - d.month > 6) return d.year - 1;
  return d.year;
}

/** 上世纪90年代: the decade is the figure. */
function readVague(src: Source, at: number, end: number): TimeRead {
  if (stands(src, at, '上世纪') || stands(src, at, '本世纪')) {
    const n = readSmall(src, end);
    if (n && stands(src, n.end, '年代')) {
      const read = readDecade(src, at, n.end + 2, n, src.s[at] === code('上') ? 20 : 21);
      if (read) return read;
    }
  }
  return bare(at, end, null, 'span', 'time/vague');
}

/** 前8个月, 第3季度: they begin with 前 or 第 and hold a numeral. */
function readFirstMonths(src: Source, at: number, ctx: TimeContext, words: TimeWords): TimeRead | null {
  if (on(src, at, '第')) {
    const n = readSmall(src, at + 1);
    if (!n || src.s[n.end] !== code('季')) return null;
  } else if (!on(src, at, '前头')) return null;
  // 三年前8个月 is no span from the year's start, 以前 and 目前 end in 前
  if (on(src, at - 1, '年月天目以之日空此提向史超') || (on(src, at, '头') && at > 0 && isHan(src.s[at - 1]!)))
    return null;
  const year = ctx.year ?? ctx.date?.year ?? null;
  const part = readPart(src, at, year, words.parts);
  if (!part) return null;
  return {
    start: at,
    end: part.end,
    time: { edtf: part.edtf, granularity: part.granularity, inferred: true },
    figure: part.granularity === 'span',
    rule: 'date/part',
  };
}
