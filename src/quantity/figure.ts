import { code, isDigit, isHan, isLatin, KIND, Kind, on, type Source, stands } from './chars.ts';
import { readConnector } from './date.ts';
import { type Numeral, readNumeral, readOpened, readPower, skipSpace } from './numeral.ts';
import { signStart } from './sign.ts';
import type { Dimension, Modifier } from './types.ts';
import { readUnit, type UnitRead, type Units } from './unit.ts';

/** A figure before its outside modifiers are read. */
export interface Figure {
  start: number;
  end: number;
  dimension: Dimension;
  value: number | null;
  min: number | null;
  max: number | null;
  /** Bound that stands inside: 余, 多, 上百. */
  inner: Modifier | null;
  unit: string | null;
  code: string | null;
  base: string | null;
  factor: number;
  offset: number;
  rule: string;
  /** The numeral is Chinese, or has no digit of its own: stricter rules hold. */
  numeral: Numeral;
  /** A sign was read with it. */
  signed?: boolean;
}

const [DUO, YU, BAN, CHENG, ZHE, TIMES, STAR, COLON, SLASH] = [...'多余半成折×*:/'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export type Reading = Figure | { skipTo: number } | null;

const unitAheadOf =
  (units: Units) =>
  (src: Source, at: number): boolean => {
    const end = units.trie.match(src.s, at, src.n);
    if (end === at) return false;
    const unit = units.list[units.trie.id]!;
    return !unit.counter && !(isLatin(src.s[end - 1]!) && isLatin(src.s[end]!));
  };

const aheads = new WeakMap<Units, (src: Source, at: number) => boolean>();
function aheadOf(units: Units): (src: Source, at: number) => boolean {
  const known = aheads.get(units);
  if (known) return known;
  const made = unitAheadOf(units);
  aheads.set(units, made);
  return made;
}

/** Reads the figure whose numeral begins at `at`. A `skipTo` says that the numeral is none, and where to go on. */
export function readFigure(src: Source, at: number, units: Units, floor = 0): Reading {
  const { s } = src;
  const ahead = aheadOf(units);
  if (s[at] === BAN) return readHalf(src, at, units);
  if (KIND[s[at]!]! & Kind.opener) {
    const opened = readOpened(src, at);
    return opened ? withUnit(src, opened, units, 'numeral/vague') : null;
  }
  const fraction = readPercentWords(src, at, units);
  if (fraction) return fraction;
  const n = readNumeral(src, at, ahead);
  if (!n) return null;
  if (stands(src, n.end, '分之')) return readFraction(src, n, units);
  if (on(src, n.end, '又')) {
    const mixed = readMixedFraction(src, n, units);
    if (mixed) return mixed;
  }
  if (s[n.end] === BAN && n.value === 1 && n.end - n.start === 1 && !n.arabic) return readOneHalf(src, n);
  const special = readTenths(src, n);
  if (special) return special;
  if (n.arabic && (s[n.end] === COLON || on(src, n.end, '比')) && isDigit(s[n.end + 1]!) && !isYearAt(src, n.end + 1))
    return readRatio(src, n, units);
  if (n.arabic && s[n.end] === SLASH && isDigit(s[n.end + 1]!)) return readSlash(src, n, units);
  if (s[n.end] === 94 && n.value === 10) {
    const power = readPower(src, n.start);
    if (power) return withUnit(src, { ...n, end: power.end, value: 10 ** power.exponent }, units, 'numeral/power');
  }
  const unit = readUnit(src, n.end, units);
  return (
    readProduct(src, n, units) ??
    readPaired(src, n, units) ??
    readSpan(src, n, unit, units, floor) ??
    readShared(src, n, unit, units) ??
    joinCoinSpan(src, withUnit(src, n, units, n.arabic ? 'numeral/arabic' : 'numeral/chinese', unit), units)
  );
}

const blank = (n: Numeral): Figure => ({
  start: n.start,
  end: n.end,
  dimension: 'number',
  value: n.high === null ? n.value : null,
  min: n.high === null ? null : n.value,
  max: n.high,
  inner: n.vague,
  unit: null,
  code: null,
  base: null,
  factor: 1,
  offset: 0,
  rule: '',
  numeral: n,
});

function dress(f: Figure, u: UnitRead): void {
  f.end = u.end;
  f.unit = u.surface || null;
  f.dimension = u.dimension;
  f.code = u.code;
  f.base = u.base;
  f.factor = u.factor;
  f.offset = u.offset;
  if (u.times !== 1) {
    if (f.value !== null) f.value *= u.times;
    if (f.min !== null) f.min *= u.times;
    if (f.max !== null) f.max *= u.times;
  }
  if (u.inner === 'half' && f.value !== null) f.value += 0.5;
  if (u.inner === 'more') f.inner = 'moreThan';
}

/** Numeral and unit, with what may stand behind the unit: 两年多, 三天半, 9秒98, 5块6. */
function withUnit(
  src: Source,
  n: Numeral,
  units: Units,
  rule: string,
  read: UnitRead | null = readUnit(src, n.end, units),
): Reading {
  const u = n.digits && !n.arabic && n.end - n.start > 2 && !hasZero(src, n) ? null : read;
  const f = blank(n);
  f.rule = rule;
  if (on(src, n.end, '分')) {
    const minutes = readMinutes(src, f, units);
    if (minutes) return minutes;
  }
  if (!u) return f;
  const allowed = unitAllowed(src, n, u, units);
  if (allowed === 'skip') return { skipTo: u.end };
  if (allowed === 'drop') return f;
  if (!n.arabic && width1(n) && isSlogan(src, u, units)) return { skipTo: u.end };
  dress(f, u);
  if (u.unit.name === '度' && f.dimension === 'angle') readDegree(src, f, n);
  if ((u.unit.ordinal && isOrdinalUse(src, n, u)) || (u.unit.name === '次' && !n.arabic && on(src, n.start - 1, '届')))
    f.dimension = 'ordinal'; // 十二届五次会议
  readTail(src, f, u, units);
  return f;
}

/** 2分35秒, 九十分三十秒, 四分半钟: 分 alone is no unit, it has too many meanings. */
function readMinutes(src: Source, f: Figure, units: Units): Figure | null {
  const at = f.end + 1;
  const inMinutes = { code: 'min', base: 's', factor: 60, dimension: 'duration' } as const;
  if (f.value === null) return null;
  if (stands(src, at, '半钟')) return { ...f, ...inMinutes, end: at + 2, value: f.value + 0.5, unit: '分钟' };
  const seconds = readNumeral(src, at, aheadOf(units));
  if (!seconds || seconds.value >= 60 || !on(src, seconds.end, '秒')) return null;
  return { ...f, ...inMinutes, end: seconds.end + 1, value: f.value + seconds.value / 60, unit: '分' };
}

const width1 = (n: Numeral): boolean => n.end - n.start === 1;

/** 六纵四横, 四集一转, 十强十快: numeral, character, numeral, character, of which the second pair counts nothing. */
function isSlogan(src: Source, u: UnitRead, units: Units): boolean {
  if (!u.unit.counter || u.end - u.start !== 1 || digitOf(src.s[u.end]!) < 1) return false;
  return (
    isHan(src.s[u.end + 1]!) &&
    !(KIND[src.s[u.end + 1]!]! & Kind.scale) &&
    units.trie.match(src.s, u.end + 1, src.n) === u.end + 1
  );
}

/** 度 is of electricity (用电300度), of temperature (气温28到30度), else of an angle. */
function readDegree(src: Source, f: Figure, n: Numeral): void {
  if (isTemperature(src, n)) toTemperature(src, f, n);
  else if (isPower(src, n)) {
    f.dimension = 'energy';
    f.code = 'kW.h';
    f.base = 'J';
    f.factor = 3600000;
  }
}

/** 用电300度: of electricity. */
function isPower(src: Source, n: Numeral): boolean {
  for (let i = n.start - 1; i >= Math.max(0, n.start - 40); i--) {
    if (on(src, i, '。\n')) return false;
    if (on(src, i, '电')) return true;
  }
  return false;
}

/** 零下五度, 气温升到25度. */
function isTemperature(src: Source, n: Numeral): boolean {
  if (stands(src, n.start - 2, '零下')) return true;
  for (let i = n.start - 1; i >= Math.max(0, n.start - 14); i--) {
    if (on(src, i, '。；\n')) return false;
    if (on(src, i, '温热冷寒氏')) return true;
  }
  return false;
}

/** 摄氏37度 and 华氏98.6° say their scale before the number, which then begins there. */
function toTemperature(src: Source, f: Figure, n: Numeral): void {
  f.dimension = 'temperature';
  f.code = f.base = 'Cel';
  f.factor = 1;
  let fahrenheit = false;
  for (let i = n.start - 2; i >= Math.max(0, n.start - 8) && !fahrenheit; i--) fahrenheit = stands(src, i, '华氏');
  if (fahrenheit) {
    f.code = '[degF]';
    f.factor = 5 / 9;
    f.offset = -32;
  }
  if (on(src, n.start - 1, '氏') && on(src, n.start - 2, '摄华')) {
    f.start = n.start - 2;
    f.signed = true;
  }
}

/** 一〇八人 has a place value, 一二三产业 is a list. */
function hasZero(src: Source, n: Numeral): boolean {
  for (let i = n.start + 1; i < n.end; i++) if (on(src, i, '〇零')) return true;
  return false;
}

/** 号 级 等 期 say which rather than how many; 7.2级 and 分三期 count. */
function isOrdinalUse(src: Source, n: Numeral, u: UnitRead): boolean {
  const name = u.unit.name;
  if (name === '级') return !n.arabic;
  if (name === '期') return !n.arabic && n.end - n.start === 1 && !on(src, n.start - 1, '分共成为');
  if (name === '届') return !n.arabic && !on(src, n.start - 1, '办了过共已历续近满');
  if (name === '版') return true;
  if (name === '等') return !n.arabic && on(src, u.end, '奖功');
  return true;
}

/** Whether this unit after this numeral makes a figure; `drop` leaves the numeral bare, `skip` goes past both. */
function unitAllowed(src: Source, n: Numeral, u: UnitRead, units: Units): 'yes' | 'drop' | 'skip' {
  const { unit } = u;
  if (n.arabic) {
    if (unit.name === '等') return 'drop';
    return 'yes';
  }
  const width = n.end - n.start;
  // “十项民生工程” is a name; 一天一次, 一月一通报 say how often
  if (unit.counter && on(src, n.start - 1, '“')) return 'skip';
  if (n.value === 1 && width === 1 && (on(src, n.end + unit.name.length, '一') || unit.name === '分')) return 'skip';
  if (unit.name === '大' || (width === 1 && /[A-Za-z]/.test(unit.name[0]!))) return 'skip';
  if (unit.name === '两' && (n.high !== null || on(src, n.end + 1, '个天句年人名位手地国岸会'))) return 'drop';
  if (unit.name === '块' && width === 1 && digitOf(src.s[n.end + 1]!) >= 0) return 'yes';
  if (unit.name === '角' && digitOf(src.s[n.end + 1]!) > 0 && on(src, n.end + 2, '分')) return 'yes';
  if (unit.name === '里' && width === 1 && on(src, n.start - 1, '、') && on(src, u.end, '、等')) return 'skip'; // 开江、七里、讲治: places
  if (unit.name === '家' && n.bare && !on(src, n.start - 1, '近约超逾过上达有足到')) return 'skip';
  if (
    n.value === 1 &&
    width === 1 &&
    !unit.one &&
    !(unit.dimension === 'people' && units.oneBefore.some((w) => stands(src, u.end, w))) &&
    !(unit.name === '个' && on(src, n.end + 1, '半') && isNounless(src, n.end + 2))
  )
    return 'skip';
  if (unit.name === '度' && stands(src, n.start - 2, '零下')) return 'yes';
  const ordinalUnit = unit.name === '等' || unit.name === '级' || unit.name === '期';
  if (ordinalUnit && width === 1) return unit.name === '等' && !on(src, n.end + 1, '奖功') ? 'drop' : 'yes';
  if (!unit.chinese && width === 1) return 'drop';
  return 'yes';
}

function readTail(src: Source, f: Figure, u: UnitRead, units: Units): void {
  const { s } = src;
  const c = s[f.end]!;
  const measure = !u.unit.counter;
  if (c === BAN && f.value !== null && u.unit.name === '个' && u.inner === null && isNounless(src, f.end + 1)) {
    f.value += 0.5;
    f.end++;
    return;
  }
  if (c === BAN && f.value !== null && measure && !f.inner && !on(src, f.end + 1, '数山导岛程途年月天小个公径夜')) {
    if (u.inner === null && f.numeral.scale === 1 && !f.numeral.decimal) {
      f.value += 0.5;
      f.end++;
    }
    return;
  }
  if ((c === DUO || c === YU) && measure && !f.inner && f.value !== null && u.inner === null) {
    // 5年多次, 2元多功能: 多 belongs to what follows
    if (c === DUO && on(src, f.end + 1, '种个家名项次样元层功维边媒方头地点处位条台年')) return;
    if (c === YU && on(src, f.end + 1, '杭姚额款下热波地')) return;
    f.inner = 'moreThan';
    f.end++;
    return;
  }
  if (f.value !== null && isDigit(s[f.end]!) && f.numeral.arabic && !f.numeral.decimal) readMinor(src, f, u, units);
  else if (u.unit.name === '元' || u.unit.name === '块' || u.unit.name === '块钱') readCoins(src, f);
  else if (u.unit.name === '角' || u.unit.name === '毛') readCents(src, f);
  else if (
    u.unit.name === '年' ||
    u.unit.name === '小时' ||
    u.unit.name === '米' ||
    u.unit.name === '亩' ||
    u.unit.name === '斤'
  )
    readSmaller(src, f, u, units);
}

/** 两年零三个月, 一米七五, 1米8, 三亩六分地, 三斤二两: a smaller part without a unit of its own, or with the next smaller one. */
function readSmaller(src: Source, f: Figure, u: UnitRead, units: Units): void {
  const { s } = src;
  if (f.value === null || f.numeral.scale > 1) return;
  const name = u.unit.name;
  if (name === '小时') {
    const n = readNumeral(src, on(src, f.end, '零') ? f.end + 1 : f.end, aheadOf(units));
    if (!n || n.value >= 60 || !on(src, n.end, '分秒')) return;
    if (on(src, n.end, '秒')) {
      f.value += n.value / 3600;
      f.end = n.end + 1;
      return;
    }
    f.value += n.value / 60;
    f.end = stands(src, n.end, '分钟') ? n.end + 2 : n.end + 1;
    return;
  }
  if (name === '年') {
    if (!on(src, f.end, '零又')) return;
    const n = readNumeral(src, f.end + 1, aheadOf(units));
    if (!n || !stands(src, n.end, '个月')) return;
    f.value += n.value / 12;
    f.end = n.end + 2;
    return;
  }
  let i = f.end;
  let digits = '';
  while (digits.length < (name === '米' ? 2 : 1) && digitOf(s[i]!) >= 0) digits += digitOf(s[i++]!);
  if (digits === '') return;
  if (name === '亩' && stands(src, i, '分')) i += stands(src, i, '分地') ? 2 : 1;
  else if (name === '斤' && stands(src, i, '两')) i++;
  else if (name !== '米' || !isNounless(src, i)) return;
  f.value = Number(`${f.value}.${digits}`);
  f.end = i;
}

/** Nothing that is counted follows: 半个。 but not 半个身子. */
const isNounless = (src: Source, at: number): boolean => !isHan(src.s[at]!) || on(src, at, '的以左上');

/** 9秒98, 1米75, 2小时30分, 1分23秒: a smaller part behind the unit. */
function readMinor(src: Source, f: Figure, u: UnitRead, units: Units): void {
  const { s } = src;
  let i = f.end;
  let value = 0;
  while (isDigit(s[i]!)) value = value * 10 + s[i++]! - 48;
  const length = i - f.end;
  const name = u.unit.name;
  if (
    (length === 2 || (length === 1 && name === '米' && isNounless(src, i))) &&
    (name === '秒' || name === '米') &&
    !isUnitAhead(src, i, units)
  ) {
    f.value = Number(`${f.value}.${String(value).padStart(length, '0')}`);
    f.end = i;
    return;
  }
  if (name === '元' || name === '块') readCoins(src, f);
  if (name === '角' || name === '毛') readCents(src, f);
  if (name === '斤' || name === '亩') readSmallArabic(src, f, i, value);
  const seconds: Record<string, number> = { 小时: 3600, 分钟: 60, 分: 60, 秒: 1 };
  if (f.dimension === 'duration' && seconds[name] && seconds[name]! > 1) {
    let stop = 0;
    let part = 0;
    for (const [w, sec] of [
      ['分钟', 60],
      ['分', 60],
      ['秒', 1],
    ] as const)
      if (stands(src, i, w) && sec < seconds[name]!) {
        part = value * sec;
        stop = i + w.length;
        break;
      }
    if (stop && value < 60) {
      f.value = f.value! + part / seconds[name]!;
      f.end = stop;
    }
  }
}

function readSmallArabic(src: Source, f: Figure, at: number, part: number): void {
  if (part > 9 || f.value === null || !on(src, at, '两分')) return;
  f.value = Number(`${f.value}.${part}`);
  f.end = at + 1;
}

const isUnitAhead = (src: Source, at: number, units: Units): boolean =>
  units.trie.match(src.s, skipSpace(src, at), src.n) > at || on(src, at, '万亿千百');

/** 3元5角, 12元5角6分, 5块6. */
function readCoins(src: Source, f: Figure): void {
  const { s } = src;
  let i = f.end;
  let sum = 0;
  let found = false;
  if (on(src, i, '零') && digitOf(s[i + 1]!) > 0 && (on(src, i + 2, '分') || isNounless(src, i + 2))) {
    // 三块零四, 6块零5分
    f.value = Math.round(f.value! * 100 + digitOf(s[i + 1]!)) / 100;
    f.end = on(src, i + 2, '分') ? i + 3 : i + 2;
    return;
  }
  let tens = false;
  for (const [marks, worth] of [
    ['角毛', 10],
    ['分', 1],
  ] as const) {
    const d = isDigit(s[i]!) ? s[i]! - 48 : KIND[s[i]!]! & (Kind.digit | Kind.financial) ? digitOf(s[i]!) : -1;
    if (d < 0 || !on(src, i + 1, marks)) continue;
    sum += d * worth;
    i += 2;
    found = true;
    tens = worth === 10;
  }
  if (tens && digitOf(s[i]!) > 0 && isNounless(src, i + 1) && !isDigit(s[i + 1]!)) sum += digitOf(s[i++]!); // 四块二毛五
  const loose = !isDigit(s[i]!) || s[i - 1] === code('块');
  const ends = isNounless(src, i + 1) || on(src, i + 1, '到至'); // 三块五到四块二
  if (!found && loose && f.numeral.scale === 1 && ends && !isDigit(s[i + 1]!) && s[i + 1] !== TIMES) {
    // 3块5, 三元五; but 80亿元2×100万千瓦 is two figures
    const d = isDigit(s[i]!) ? s[i]! - 48 : digitOf(s[i]!);
    if (d > 0) {
      sum = d * 10;
      i++;
      found = true;
    }
  }
  if (!found || f.value === null) return;
  f.value = Math.round(f.value * 100 + sum) / 100;
  f.end = i;
}

/** 六角五分, 两毛五. */
function readCents(src: Source, f: Figure): void {
  const d = digitOf(src.s[f.end]!);
  const written = on(src, f.end + 1, '分');
  if (d < 1 || f.value === null || f.value > 99 || !(written || isNounless(src, f.end + 1))) return;
  f.value = Number((f.value + d / 10).toFixed(1));
  f.end += written ? 2 : 1;
}

/** 三元五角至四元二角, 三块五到四块二. */
function joinCoinSpan(src: Source, first: Reading, units: Units): Reading {
  if (first === null || 'skipTo' in first || first.dimension !== 'money' || first.value === null) return first;
  const connector = readConnector(src, first.end);
  if (connector === first.end) return first;
  const n = readNumeral(src, connector, aheadOf(units));
  const second = n && withUnit(src, n, units, '');
  if (!second || 'skipTo' in second || second.base !== first.base || second.unit === null || second.value === null)
    return first;
  if (second.factor !== first.factor || second.value <= first.value) return first;
  return { ...second, start: first.start, value: null, min: first.value, max: second.value, rule: 'range/coins' };
}

const digitOf = (c: number): number => {
  if (isDigit(c)) return c - 48;
  const k = '零一二三四五六七八九'.indexOf(String.fromCharCode(c));
  if (k >= 0) return k;
  const f = '零壹贰叁肆伍陆柒捌玖'.indexOf(String.fromCharCode(c));
  return f >= 0 ? f : c === code('两') ? 2 : -1;
};

/** 半年, 半个多小时, 半公里: only before measures; 半导体 and 半山 are words. */
function readHalf(src: Source, at: number, units: Units): Reading {
  const { s } = src;
  const n: Numeral = {
    start: at,
    end: at + 1,
    value: 0.5,
    high: null,
    vague: null,
    scale: 1,
    mantissa: 0.5,
    arabic: false,
    digits: false,
    bare: false,
    decimal: true,
  };
  const u = readUnit(src, at + 1, units);
  if (u?.unit.name === '个' && u.inner === null && isNounless(src, u.end) && !on(src, at - 1, '上下前后一大多过对参')) {
    const f = blank(n);
    dress(f, u);
    f.rule = 'numeral/half';
    return f;
  }
  if (!u || u.unit.counter || !u.unit.chinese || u.dimension === 'ratio' || u.inner === 'half') return null;
  if (on(src, at - 1, '上下前后一大多过对参')) return null;
  if (u.unit.name === '年' && on(src, u.end, '报度线检')) return { skipTo: u.end };
  if (u.unit.name === '天' && on(src, at + 2, '空')) return null;
  const f = blank(n);
  dress(f, u);
  f.rule = 'numeral/half';
  if (s[f.end] === DUO && !on(src, f.end + 1, '种个家名项次样')) {
    f.inner = 'moreThan';
    f.end++;
  }
  return f;
}

/** 一半 is 50 %; 一半径 and 一半山 are not. */
function readOneHalf(src: Source, n: Numeral): Reading {
  if (on(src, n.end + 1, '径山岛导天年月小')) return { skipTo: n.end + 1 };
  const f = blank({ ...n, end: n.end + 1 });
  f.value = 50;
  f.unit = '%';
  f.code = '%';
  f.base = '1';
  f.factor = 0.01;
  f.dimension = 'ratio';
  f.rule = 'ratio/half';
  if (src.s[f.end] === DUO && !on(src, f.end + 1, '种个家名')) {
    f.inner = 'moreThan';
    f.end++;
  }
  return f;
}

/** 百分之三十, 千分之五, 百分之2.5 and their ranges 百分之三到五. */
function readPercentWords(src: Source, at: number, units: Units): Reading {
  const { s } = src;
  if (!on(src, at, '百千万') || on(src, at - 1, '一二三四五六七八九十') || !stands(src, at + 1, '分之')) return null;
  const from = skipSpace(src, at + 3);
  const n = readNumeral(src, from, aheadOf(units));
  if (!n) return null;
  if (n.bare && n.value === 100) n.value = 100;
  const f = blank({ ...n, start: at });
  const [unit, unitCode, factor] =
    s[at] === code('百') ? ['%', '%', 0.01] : s[at] === code('千') ? ['‰', '[ppth]', 0.001] : ['‱', '10*-4', 0.0001];
  f.unit = unit as string;
  f.code = unitCode as string;
  f.factor = factor as number;
  f.base = '1';
  f.dimension = 'ratio';
  f.rule = 'ratio/words';
  f.start = at;
  const connector = readConnector(src, n.end);
  if (connector > n.end) {
    const again = stands(src, connector + 1, '分之') ? connector + 3 : connector;
    const b = readNumeral(src, again, aheadOf(units));
    if (b && b.value > n.value) {
      f.min = n.value;
      f.max = b.value;
      f.value = null;
      f.end = b.end;
      f.rule = 'range/percent-words';
    }
  }
  return f;
}

/** 三分之一, 四分之三, 3分之2. */
function readFraction(src: Source, n: Numeral, units: Units): Reading {
  const top = readNumeral(src, n.end + 2, aheadOf(units));
  const digit = top ? 0 : digitOf(src.s[n.end + 2]!); // 五分之壹
  if ((!top && digit < 1) || n.value === 0) return { skipTo: n.end + 2 };
  const f = blank({ ...n, end: top ? top.end : n.end + 3 });
  f.value = (top ? top.value : digit) / n.value;
  f.dimension = 'ratio';
  f.base = '1';
  f.rule = 'ratio/fraction';
  f.inner = top ? top.vague : null;
  return f;
}

/** 一又二分之一, 3又1000分之23. */
function readMixedFraction(src: Source, whole: Numeral, units: Units): Figure | null {
  const below = readNumeral(src, whole.end + 1, aheadOf(units));
  if (!below || !stands(src, below.end, '分之')) return null;
  const fraction = readFraction(src, below, units);
  if (fraction === null || 'skipTo' in fraction || fraction.value === null) return null;
  return { ...fraction, start: whole.start, value: whole.value + fraction.value, rule: 'ratio/mixed' };
}

/** 七成, 一成八, 三成多, 八折, 八五折. */
function readTenths(src: Source, n: Numeral): Reading {
  const { s } = src;
  const c = s[n.end]!;
  const made = (value: number | null, end: number, rule: string, unit: string): Figure => ({
    ...blank(n),
    end,
    value,
    unit,
    code: unit === '%' ? '%' : null,
    base: '1',
    factor: unit === '%' ? 0.01 : 1,
    dimension: 'ratio',
    rule,
  });
  if (
    c === CHENG &&
    n.value <= 10 &&
    (n.end - n.start <= 2 || n.decimal) &&
    !on(src, n.end + 1, '立为功本员绩果长都交品套熟就型份语人年败体效分')
  ) {
    let end = n.end + 1;
    let value = n.value * 10;
    const high = n.high === null ? null : n.high * 10;
    let inner: Modifier | null = null;
    if (s[end] === BAN) {
      value += 5;
      end++;
    } else if (KIND[s[end]!]! & Kind.digit && !on(src, end + 1, '个家名项成万') && high === null) {
      value += digitOf(s[end]!);
      end++;
    }
    if (s[end] === DUO && !on(src, end + 1, '种个家名')) {
      inner = 'moreThan';
      end++;
    }
    const connector = readConnector(src, end);
    if (connector > end) {
      const d = digitOf(s[connector]!);
      if (d > n.value && s[connector + 1] === CHENG) {
        const f = made(null, connector + 2, 'range/tenths', '%');
        f.min = value;
        f.max = d * 10;
        return f;
      }
    }
    const f = made(high === null ? value : null, end, 'ratio/tenths', '%');
    if (high !== null) {
      f.min = value;
      f.max = high;
    }
    f.inner = inner;
    return f;
  }
  if (c === ZHE && n.high === null && n.value < 100 && n.value >= 1 && !on(src, n.end + 1, '腾磨射叠返合旧中算页线')) {
    const value = n.value >= 10 ? n.value / 100 : n.value / 10;
    return made(Number(value.toPrecision(12)), n.end + 1, 'ratio/discount', '折');
  }
  // 八五折, 七八折: the digits are tenths and hundredths, not a range
  if (c === ZHE && n.high !== null && n.value < 10 && n.end - n.start === 2)
    return { ...made((n.value * 10 + n.high) / 100, n.end + 1, 'ratio/discount', '折'), min: null, max: null };
  return null;
}

/** 2.56:1, 105.07：100, 录取比例为50:1: a ratio. 3:1 is a score, which is none. */
function readRatio(src: Source, n: Numeral, units: Units): Reading {
  let end = n.end;
  const parts = [n];
  while ((src.s[end] === COLON || on(src, end, '比')) && isDigit(src.s[end + 1]!)) {
    const b = readNumeral(src, end + 1, aheadOf(units));
    if (!b) break;
    parts.push(b);
    end = b.end;
  }
  const second = parts[1];
  const told = parts.some((p) => p.decimal) || isRatioTold(src, n.start);
  // 10.2∶45.3∶44.5 has no value of its own
  if (!second || parts.length > 2 || second.value === 0 || !told) return { skipTo: end };
  const f = blank(n);
  f.end = end;
  f.value = Number((n.value / second.value).toPrecision(12));
  f.rule = 'number/ratio';
  return f;
}

/** 图1：2011-2015年: a year behind the mark, not the second part of a ratio. */
function isYearAt(src: Source, at: number): boolean {
  let end = at;
  while (isDigit(src.s[end]!)) end++;
  return end - at === 4 && on(src, end, '年-—~');
}

/** 比例为, 之比, 比为 shortly before. */
function isRatioTold(src: Source, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) if (on(src, i, '比') && !on(src, i + 1, '分赛')) return true;
  return false;
}

/** 2/3 is a fraction where the lower part is the greater; 24/7 and 2012/3 are none. */
function readSlash(src: Source, n: Numeral, units: Units): Reading {
  const b = readNumeral(src, n.end + 1, aheadOf(units));
  if (!b || n.decimal || b.decimal) return { skipTo: b ? b.end : n.end };
  if (n.value < b.value && b.value <= 1000 && n.value > 0 && src.s[b.end] !== SLASH && !isHanUnit(src, b.end)) {
    const f = blank({ ...n, end: b.end });
    f.value = n.value / b.value;
    f.dimension = 'ratio';
    f.base = '1';
    f.rule = 'ratio/slash';
    return f;
  }
  return { skipTo: b.end };
}

const isHanUnit = (src: Source, at: number): boolean => on(src, at, '年月日号');

/** 4×100万千瓦 is 4000000 千瓦; 3×5米 are two lengths, read one by one. */
function readProduct(src: Source, n: Numeral, units: Units): Reading {
  const { s } = src;
  let i = skipSpace(src, n.end);
  const mark = s[i]!;
  const isTimes = mark === TIMES || mark === STAR || ((mark === 120 || mark === 88) && n.arabic && !isLatin(s[i + 1]!));
  if (!isTimes) return null;
  i = skipSpace(src, i + 1);
  const b = readNumeral(src, i, aheadOf(units));
  if (!b || b.high !== null) return null;
  const u = readUnit(src, b.end, units);
  if (u && u.dimension === 'length') {
    const f = blank(n);
    dress(f, { ...u, end: n.end });
    f.rule = 'numeral/dimension';
    return f;
  }
  if (u && u.dimension === 'area' && on(src, b.end, '平')) {
    // 3×5平方米 does not occur; fall through to the product
  }
  const f = blank({ ...n, end: b.end });
  f.value = Number((n.value * b.value).toPrecision(15));
  f.rule = 'numeral/product';
  if (u) dress(f, u);
  return f;
}

/** 三、四个, 十五、六个, 两、三千人: neighbours that stand for a span. 一、二期 and 1、2号楼 are lists. */
function readPaired(src: Source, n: Numeral, units: Units): Reading {
  if (
    src.s[n.end] !== 0x3001 ||
    n.scale !== 1 ||
    n.decimal ||
    n.high !== null ||
    n.vague ||
    on(src, n.start - 1, '、第')
  )
    return null;
  const digit = n.value < 10 ? n.value : n.arabic ? -1 : n.value % 10;
  const b = readNumeral(src, n.end + 1, aheadOf(units));
  if (!b || b.high !== null || b.decimal || b.arabic !== n.arabic || digit < 1) return null;
  const by = b.value / (digit + 1);
  if (by < 1 || !Number.isInteger(Math.log10(by)) || (n.value >= 10 && by !== 1) || (n.arabic && b.end - n.end > 2))
    return null;
  const u = readUnit(src, b.end, units);
  if (!u || u.unit.ordinal || on(src, u.end, '、') || on(src, u.start, '季期级届等号')) return null;
  const f = blank({ ...n, end: b.end });
  f.value = null;
  f.min = n.value * by;
  f.max = n.value >= 10 ? n.value + 1 : b.value;
  f.inner = b.vague;
  f.rule = 'range/paired';
  dress(f, u);
  return f;
}

/** 2.16和1.66个百分点, 15、20公里: the first of two takes the unit of the second; a counter is not shared by whole numbers (1、25个项目). */
function readShared(src: Source, n: Numeral, unit: UnitRead | null, units: Units): Figure | null {
  if (
    unit ||
    !n.arabic ||
    n.scale > 1 ||
    n.vague ||
    n.high !== null ||
    !on(src, n.end, '和与及、') ||
    !isDigit(src.s[n.end + 1]!)
  )
    return null;
  const b = readNumeral(src, n.end + 1, aheadOf(units));
  if (!b?.arabic || b.vague || b.high !== null) return null;
  const u = readUnit(src, b.end, units);
  if (
    !u ||
    u.inner ||
    u.unit.ordinal ||
    u.unit.never ||
    !(n.decimal || !u.unit.counter) ||
    on(src, u.start, '年月日号时分季')
  )
    return null;
  const f = blank(n);
  dress(f, { ...u, end: n.end });
  if (b.scale > 1 && n.value < 1000 && f.value !== null) f.value = Number((f.value * b.scale).toPrecision(15));
  f.rule = 'numeral/shared-unit';
  return f;
}

const SIGNED = new Set<string>(['ratio', 'temperature', 'points']);

/**
 * The first number of a span takes the scale of the second: 10至20万, 八到九百亿, 十至二十万. Not where it would be the
 * greater by that (5000至1万), nor where it has its own.
 */
function sharedScale(n: Numeral, b: Numeral): number {
  if (b.scale === 1 || n.value >= 1e4) return n.value;
  const big = b.scale >= 1e8 ? 1e8 : b.scale >= 1e4 ? 1e4 : 1;
  // 一到二十万 is 1万 to 20万, 八到九百亿 is 800亿 to 900亿
  for (const by of b.scale / big === 10 ? [big, b.scale] : [b.scale, big])
    if ((by > 1 && n.scale === 1) || by === big)
      if (n.value * by < b.value) return Number((n.value * by).toPrecision(15));
  return n.value;
}

/** 10—20, 10至20万, 5-20%, 30元到50元, 八到九百亿, and 三四十人 (read by the numeral itself). */
function readSpan(src: Source, n: Numeral, unit: UnitRead | null, units: Units, floor: number): Reading {
  const { s } = src;
  if (n.vague) return null;
  // 1万(含)-5万元
  let connector = readConnector(src, stands(src, n.end, '(含)') ? n.end + 3 : n.end);
  if (stands(src, n.end, '(含)') && connector === n.end + 3) connector = n.end;
  let first: UnitRead | null = null;
  if (connector === n.end) {
    first = unit;
    if (!first || first.inner) return null;
    connector = readConnector(src, first.end);
    if (connector === first.end) return null;
  }
  let j = connector;
  let negative = false;
  if (s[j] === code('负') || (s[j] === 45 && isDigit(s[j + 1]!))) {
    negative = true;
    j++;
  } else if (stands(src, j, '零下')) {
    negative = true;
    j += 2;
  } else if (stands(src, j, '零上')) j += 2;
  const b = readNumeral(src, j, aheadOf(units));
  if (!b || b.high !== null || b.bare || (b.digits && !b.arabic)) return null;
  if (n.high !== null) return null;
  if (n.arabic !== b.arabic && !b.arabic) return null;
  if (!first && s[b.end] === CHENG) {
    const tenths = readTenths(src, b);
    if (tenths && 'value' in tenths && typeof tenths.value === 'number' && n.value < b.value)
      return { ...tenths, start: n.start, value: null, min: n.value * 10, max: tenths.value, rule: 'range/tenths' };
  }
  const u = readUnit(src, b.end, units);
  if (first) {
    // 涨0.63%至279.08点: two figures, though neither % nor 点 has a unit of its own
    if (!u || (u.unit !== first.unit && (u.base !== first.base || u.dimension !== first.dimension))) return null;
    // 从一家到三家: 一 with a counter is none, but as an end of a span it counts
  } else if (!u && !b.arabic && !(n.value >= 10 && b.end - b.start >= 2 && n.end - n.start >= 2 && !n.bare))
    return null;
  if (u && !u.unit.counter && u.unit.name === '年' && n.arabic && n.end - n.start === 4) return null;
  if (u?.unit.ordinal && u.unit.name !== '级') return null;
  let low = n.value;
  let high = negative ? -b.value : b.value;
  if (!first) low = sharedScale(n, b);
  if (first && u && first.factor !== u.factor && first.base === u.base) low = (low * first.factor) / u.factor;
  if (first) low *= first.times;
  if (u) high *= u.times;
  const start = signStart(src, n.start, floor, u ? SIGNED.has(u.dimension) : false);
  if (start < n.start) low = -low;
  if (!(low < high) && !(start < n.start || negative || SIGNED.has(u?.dimension ?? ''))) return null;
  if (!u && n.decimal !== b.decimal && s[n.end] === 45) return null;
  const f = blank({ ...n, end: b.end });
  f.value = null;
  f.min = Math.min(low, high);
  f.max = Math.max(low, high);
  f.rule = 'range';
  f.start = start;
  f.signed = true;
  f.inner = b.vague;
  if (u) {
    dress(f, { ...u, times: 1, inner: null });
    if (u.inner === 'more') f.inner = 'moreThan';
    if (u.unit.name === '元' || u.unit.name === '块') readUpperCoins(src, f, b);
    if (u.unit.name === '度' && f.dimension === 'angle') readDegree(src, f, n);
    readRangeTail(src, f, u);
  }
  return f;
}

/** 3.5元至4元2角: the coins of the upper end. */
function readUpperCoins(src: Source, f: Figure, b: Numeral): void {
  const upper = { ...blank(b), end: f.end, value: f.max };
  readCoins(src, upper);
  f.max = upper.value;
  f.end = upper.end;
}

function readRangeTail(src: Source, f: Figure, u: UnitRead): void {
  if (!u.unit.counter && src.s[f.end] === DUO && !on(src, f.end + 1, '种个家名项次')) f.end++;
}
