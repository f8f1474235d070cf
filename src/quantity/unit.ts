import { code, isDigit, isLatin, on, type Source, skipSpace } from './chars.ts';
import type { Dimension } from './types.ts';
import { type Unit, type Units, unitByName, unitMatched } from './unit-table.ts';

/** A unit as it stands in the text. */
export interface UnitRead {
  start: number;
  end: number;
  unit: Unit;
  /** As written, without 半 or 多 in its middle. */
  surface: string;
  dimension: Dimension;
  code: string | null;
  base: string;
  factor: number;
  offset: number;
  /** 多 in 个多月, 半 in 个半月. */
  inner: 'more' | 'half' | null;
  /** 个亿: what the numeral is still multiplied by. */
  times: number;
}

const [GE, DUO, BAN, SLASH, MEI, DOT, YI, WAN] = [...'个多半/每·亿万'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const HALVED = ['月', '小时', '钟头', '分钟', '钟', '世纪', '星期', '学期', '季度'];

/** Reads the unit at `at` (past one space); null where none stands. */
export function readUnit(src: Source, at: number, units: Units): UnitRead | null {
  const { s, n } = src;
  const start = skipSpace(src, at);
  if (s[start] === GE) {
    const special = readSplitUnit(src, start, units);
    if (special) return special;
  }
  let end = units.trie.match(s, start, n);
  if (end === start) return null;
  let unit = unitMatched(units);
  // Latin symbols end where the word ends: 5G, 3D, 10m but not 10mobile
  if (isLatin(s[end - 1]!) && isLatin(s[end]!)) {
    end = shorterLatin(src, start, end, units);
    if (end === start) return null;
    unit = unitMatched(units);
  }
  if (unit.never) return null;
  if (unit.extent > 0) end = start + unit.extent;
  const read: UnitRead = {
    start,
    end,
    unit,
    surface: surfaceAt(src, start, end, unit.extent > 0 ? unit.name : units.surfaces[units.trie.id]!),
    dimension: unit.dimension,
    code: unit.code,
    base: unit.base,
    factor: unit.factor,
    offset: unit.offset,
    inner: null,
    times: 1,
  };
  joinRate(src, read, units);
  return read;
}

const ALONE: Record<string, string> = { 月: '个月', 时: '小时', 分: '分钟', 季: '季度', 周: '周' };

/** No shorter symbol is taken out of a longer Latin word. */
const shorterLatin = (_src: Source, start: number, _end: number, _units: Units): number => start;

/** 个多月, 个半小时, 个多小时, 个亿. */
function readSplitUnit(src: Source, at: number, units: Units): UnitRead | null {
  const { s, n } = src;
  const c = s[at + 1]!;
  const plain = (unit: Unit, end: number, surface: string, over: Partial<UnitRead>): UnitRead => ({
    start: at,
    end,
    unit,
    surface,
    dimension: unit.dimension,
    code: unit.code,
    base: unit.base,
    factor: unit.factor,
    offset: 0,
    inner: null,
    times: 1,
    ...over,
  });
  if (c === YI || (c === WAN && !on(src, at + 2, '科达州'))) {
    // 3个亿: a sum of money, its unit often left out
    const times = c === YI ? 1e8 : 1e4;
    const rest = readUnit(src, at + 2, units);
    if (rest && rest.dimension !== 'count') return { ...rest, start: at, times };
    const yuan = units.list.at(0)!;
    return plain(yuan, at + 2, '', { times, dimension: 'money' });
  }
  if (c !== DUO && c !== BAN) return null;
  for (const word of HALVED) {
    let k = 0;
    while (k < word.length && s[at + 2 + k] === word.charCodeAt(k)) k++;
    if (k < word.length) continue;
    const unit = unitNamed(`个${word}`, units) ?? unitNamed(word, units); // 五个半分钟
    if (!unit) continue;
    const end = at + 2 + word.length;
    if (end > n) return null;
    return plain(unit, end, `个${word}`, { inner: c === DUO ? 'more' : 'half' });
  }
  return null;
}

function unitNamed(word: string, units: Units): Unit | null {
  const probe = Uint16Array.from([...word].map(code));
  return units.trie.match(probe, 0, probe.length) === probe.length ? unitMatched(units) : null;
}

/** 元/吨, 立方米/秒, 公里每小时, 元/人·月: a second unit makes a rate, unless the table has the two as one. */
function joinRate(src: Source, read: UnitRead, units: Units): void {
  const { s, n } = src;
  for (let round = 0; round < 2; round++) {
    let i = read.end;
    const mark = s[i]!;
    if (mark === SLASH) i++;
    else if (mark === MEI && round === 0 && (read.dimension === 'money' || read.dimension === 'length')) i++;
    else if (mark === DOT && round === 1) i++;
    else return;
    i = skipSpace(src, i);
    let per = 1;
    if (mark === SLASH && on(src, i, '百千') && on(src, i + 1, '公克')) {
      per = on(src, i, '百') ? 100 : 1000; // 升/百公里
      i++;
    }
    if (mark === SLASH && s[i] === 49) {
      // 85mg/100ml, 5元/100克
      while (s[i + 1] === 48) {
        per *= 10;
        i++;
      }
      if (per === 1 || isDigit(s[++i]!)) return;
    }
    const end = units.trie.match(s, i, n);
    let unit: Unit | null = end > i ? unitMatched(units) : null;
    let stop = end;
    if (end > i && isLatin(s[end - 1]!) && isLatin(s[end]!)) return;
    if (!unit) {
      // 元/月, 次/日: 月 and 日 are no units by themselves
      const alone = '月日时分季周户人亩度'.indexOf(String.fromCharCode(s[i]!));
      if (alone < 0) return;
      const name = ALONE[String.fromCharCode(s[i]!)] ?? String.fromCharCode(s[i]!);
      unit = unitByName(units, name);
      if (!unit) return;
      stop = i + 1;
    }
    if (mark === MEI && unit.counter && read.dimension !== 'money') return;
    read.end = stop;
    read.surface = surfaceOf(src, read.start, stop);
    read.dimension = 'rate';
    read.code = read.code && unit.code ? `${read.code}/${unit.code}` : null;
    read.base = `${read.base}/${unit.base}`;
    read.factor /= unit.factor * per;
    read.offset = 0;
  }
}

/** The unit's text as the record gives it; where it is written as its word is, the two share one string. */
export function surfaceAt(src: Source, start: number, end: number, word: string): string {
  for (let k = 0; k < word.length; k++)
    if (src.text.charCodeAt(start + k) !== word.charCodeAt(k)) return surfaceOf(src, start, end);
  return word || surfaceOf(src, start, end);
}

/** The unit's text as the record gives it: full-width symbols as their ASCII forms, Chinese as written, spaces out. */
function surfaceOf(src: Source, start: number, end: number): string {
  let plain = true;
  for (let i = start; i < end; i++) if (src.s[i] === 32 || src.text.charCodeAt(i) >= 0xff00) plain = false;
  if (plain) return src.text.slice(start, end);
  let out = '';
  for (let i = start; i < end; i++) {
    const raw = src.text.charCodeAt(i);
    const folded = src.s[i]!;
    const c = raw < 0xff00 || !(isLatin(folded) || isDigit(folded) || folded === 37 || folded === 47) ? raw : folded;
    if (c !== 32) out += String.fromCharCode(c);
  }
  return out;
}
