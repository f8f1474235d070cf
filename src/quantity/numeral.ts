import { code, DIGIT, isChineseNumeral, isDigit, isHan, isLatin, KIND, Kind, on, SCALE, type Source } from './chars.ts';

/** A numeral as it stands: no unit yet. */
export interface Numeral {
  start: number;
  end: number;
  /** Scale worked in; the lower one of 三四十. */
  value: number;
  /** The upper one of 三四十 and 十七八, else null. */
  high: number | null;
  /** 余 多 几 数 上 stand in it: the value is a lower bound. 来: about. */
  vague: 'moreThan' | 'approx' | null;
  /** What the last scale words multiply by (20万: 1e4, 九百亿: 1e10), 1 for none: a range shares it (10至20万). */
  scale: number;
  /** Without the scale: 20 of 20万. */
  mantissa: number;
  arabic: boolean;
  /** Only digits, read one by one: 二〇一二; Arabic ones count as such too. */
  digits: boolean;
  /** A scale word with nothing before it: 百亿, 千名, 万亩. */
  bare: boolean;
  decimal: boolean;
}

const [ZERO, LING, TEN, HUNDRED, THOUSAND, WAN, YI, ZHAO, DIAN, YU, DUO, LAI, JI, LIANG, DAN] = [
  ...'零〇十百千万亿兆点余多来几两单',
].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
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

/** Of accounts, behind Arabic digits: 5佰, 3仟. */
const [BAI, QIAN] = [code('佰'), code('仟')];

/** Tells whether a unit word that begins with a scale character (千瓦, 兆帕, 百分点) stands at `at`. */
export type UnitAhead = (src: Source, at: number) => boolean;

/** Reads the numeral that begins at `at`: Arabic, Chinese or mixed; null where none does. */
export function readNumeral(src: Source, at: number, unitAhead: UnitAhead): Numeral | null {
  const c = src.s[at]!;
  if (isDigit(c)) return readArabic(src, at, unitAhead);
  const kind = KIND[c]!;
  if (kind & (Kind.digit | Kind.scale | Kind.tens)) {
    if (kind & Kind.financial && !(kind & Kind.digit)) return readFinancial(src, at);
    const n = readChinese(src, at, unitAhead);
    return n && isFinancialAhead(src, n.end) ? (readFinancial(src, at) ?? n) : n;
  }
  if (kind & Kind.financial) return readFinancial(src, at);
  return null;
}

/** 十万|捌仟, 两百万|零伍拾: the numeral goes on in financial characters; 三亿|陆地 does not. */
function isFinancialAhead(src: Source, end: number): boolean {
  const at = src.s[end] === ZERO ? end + 1 : end;
  return (KIND[src.s[at]!]! & Kind.financial) !== 0 && (KIND[src.s[at + 1]!]! & Kind.scale) !== 0;
}

// ---------------------------------------------------------------- Arabic

function readArabic(src: Source, at: number, unitAhead: UnitAhead): Numeral {
  const { s } = src;
  let i = at;
  let mantissa = 0;
  // .5元
  if (at > 0 && s[at - 1] === 46 && (at === 1 || !(isDigit(s[at - 2]!) || isLatin(s[at - 2]!)))) {
    while (isDigit(s[i]!)) i++;
    const part = readPlain(src, at - 1, i);
    readScales(src, part, `0${foldedText(src, at - 1, i)}`, unitAhead);
    return part;
  }
  while (isDigit(s[i]!)) mantissa = mantissa * 10 + s[i++]! - 48;
  let plain = i - at <= 15;
  let grouped = false;
  if (i - at <= 3 && s[at] !== 48) {
    // 1,234,567: groups of three, the comma half width (or full width between full-width digits, 1，234)
    const comma = s[i]!;
    if (comma === 44 || comma === 0xff0c || comma === 32) {
      let j = i;
      while (s[j] === comma && isDigit(s[j + 1]!) && isDigit(s[j + 2]!) && isDigit(s[j + 3]!) && !isDigit(s[j + 4]!))
        j += 4;
      // 12 345: spaces group only before a unit, and not in a row of a table
      if (j > i && (comma !== 32 || (isHan(s[j]!) && !isDigit(s[at - 2]!)))) {
        i = j;
        grouped = true;
        plain = false;
      }
    }
  }
  let decimal = false;
  if (s[i] === 46 && isDigit(s[i + 1]!)) {
    decimal = true;
    plain = false;
    i++;
    while (isDigit(s[i]!)) i++;
  }
  let text = '';
  if (!plain) {
    text = foldedText(src, at, i).replaceAll(/[, ，]/g, '');
    mantissa = Number(text);
  }
  const numeral: Numeral = {
    start: at,
    end: i,
    value: mantissa,
    high: null,
    vague: null,
    scale: 1,
    mantissa,
    arabic: true,
    digits: !decimal && !grouped,
    bare: false,
    decimal,
  };
  readScales(src, numeral, text, unitAhead);
  return numeral;
}

/** A decimal without its leading zero. */
function readPlain(src: Source, from: number, to: number): Numeral {
  const value = Number(`0${foldedText(src, from, to)}`);
  return {
    start: from,
    end: to,
    value,
    high: null,
    vague: null,
    scale: 1,
    mantissa: value,
    arabic: true,
    digits: false,
    bare: false,
    decimal: true,
  };
}

/** 3万, 1.2亿, 30余万, 2亿6千万, 3万4000, 1.5×10^6. */
function readScales(src: Source, n: Numeral, text: string, unitAhead: UnitAhead): void {
  const { s } = src;
  let i = skipSpace(src, n.end);
  if (
    (s[i] === 0xd7 || s[i] === 42) &&
    s[i + 1] === 49 &&
    s[i + 2] === 48 &&
    (s[i + 3] === 94 || isSuperscript(s[i + 3]!))
  ) {
    const power = readPower(src, i + 1);
    if (power) {
      n.value = timesTen(n.mantissa, text, power.exponent);
      n.scale = 10 ** power.exponent;
      n.end = power.end;
      n.decimal = true;
      n.digits = false;
      return;
    }
  }
  let vague: Numeral['vague'] = null;
  let j = i;
  if (isVagueMark(s[j]!) && isBigScale(s[j + 1]!)) {
    vague = s[j] === LAI ? 'approx' : 'moreThan';
    j++;
  } else if (s[j] === JI && isBigScale(s[j + 1]!) && n.mantissa % 10 === 0) {
    vague = 'moreThan';
    j++;
  }
  let exponent = 0;
  while (isScaleMark(s[j]!) && (s[j] === WAN || s[j] === YI || !unitAhead(src, j))) {
    exponent += exponentOf(s[j]!);
    j++;
    if (exponent >= 16) break;
  }
  if (exponent === 0 && !vague) {
    exponent = shortScale(src, j);
    if (exponent > 0) j++;
  }
  if (exponent === 0) {
    markVague(src, n);
    return;
  }
  i = j;
  n.vague = vague;
  n.scale = 10 ** exponent;
  n.value = timesTen(n.mantissa, text, exponent);
  n.end = i;
  n.digits = false;
  // a second part: 2亿6千万, 3万4000, 1万零500
  if (exponent >= 3 && !vague) {
    let k = n.end;
    if (s[k] === ZERO) k++;
    if (isDigit(s[k]!)) {
      const part = readArabic(src, k, unitAhead);
      if (part.value > 0 && part.value < n.scale && !part.decimal && (!part.digits || exponent <= 4)) {
        n.value += part.value;
        n.end = part.end;
        n.vague = part.vague;
        n.mantissa = n.value;
        n.scale = 1;
        return;
      }
    } else if (KIND[s[k]!]! & Kind.digit && s[k] !== ZERO && s[k] !== LING) {
      const part = readChinese(src, k, unitAhead);
      if (part && part.value < n.scale && part.scale > 1 && part.high === null && !part.decimal) {
        n.value += part.value;
        n.end = part.end;
        n.mantissa = n.value;
        n.scale = 1;
        return;
      }
    }
  }
  if (!n.vague) markVague(src, n);
}

/** 8k, 12k元, 30w元 as people write wages; 60w灯泡 is watts. */
function shortScale(src: Source, at: number): number {
  const { s } = src;
  if (isLatin(s[at + 1]!) || isDigit(s[at + 1]!) || s[at + 1] === SLASH) return 0;
  if (s[at] === 107) return 3;
  return s[at] === 119 && on(src, at + 1, '元块人粉+~—-以左上多') ? 4 : 0;
}

const SLASH = 47;
const isScaleMark = (c: number): boolean =>
  c === HUNDRED || c === THOUSAND || c === BAI || c === QIAN || c === WAN || c === YI || c === ZHAO;
const isBigScale = (c: number): boolean => c === WAN || c === YI || c === HUNDRED || c === THOUSAND || c === TEN;
const isVagueMark = (c: number): boolean => c === YU || c === DUO || c === LAI;
const isSuperscript = (c: number): boolean => (c >= 0x2070 && c <= 0x207b) || c === 0xb2 || c === 0xb3 || c === 0xb9;
const exponentOf = (c: number): number =>
  c === HUNDRED || c === BAI ? 2 : c === THOUSAND || c === QIAN ? 3 : c === WAN ? 4 : c === YI ? 8 : 12;

/** 10^6, 10⁶, 10^-3 at `at`. */
export function readPower(src: Source, at: number): { exponent: number; end: number } | null {
  const { s } = src;
  let i = at + 2;
  let sign = 1;
  let exponent = 0;
  const from = i;
  if (s[i] === 94) {
    i++;
    if (s[i] === 45) {
      sign = -1;
      i++;
    }
    const first = i;
    while (isDigit(s[i]!)) exponent = exponent * 10 + s[i++]! - 48;
    return i > first && exponent <= 100 ? { exponent: sign * exponent, end: i } : null;
  }
  const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  if (s[i] === 0x207b) {
    sign = -1;
    i++;
  }
  while (isSuperscript(s[i]!)) {
    const d = SUPER.indexOf(String.fromCharCode(s[i]!));
    if (d < 0) break;
    exponent = exponent * 10 + d;
    i++;
  }
  return i > from && exponent <= 100 ? { exponent: sign * exponent, end: i } : null;
}

/** 20.52 and 8 → 2052000000, without the error of 20.52 × 1e8. */
function timesTen(mantissa: number, text: string, exponent: number): number {
  return text === '' && exponent >= 0 ? mantissa * 10 ** exponent : Number(`${text || mantissa}e${exponent}`);
}

function foldedText(src: Source, from: number, to: number): string {
  let out = '';
  for (let i = from; i < to; i++) out += String.fromCharCode(src.s[i]!);
  return out;
}

/** One space may stand between numeral, scale and unit: `100 万元`. */
export const skipSpace = (src: Source, at: number): number => (src.s[at] === 32 && src.s[at + 1] !== 32 ? at + 1 : at);

/** 余 多 来 几 right behind the numeral: 1000余亩, 70多岁, 20来个. */
function markVague(src: Source, n: Numeral): void {
  const c = src.s[n.end]!;
  const round = n.value % 10 === 0 || n.scale > 1;
  if (c === YU && (round || n.value >= 10)) n.vague = 'moreThan';
  else if (c === DUO && round && !isManyWord(src, n.end + 1)) n.vague = 'moreThan';
  else if (c === LAI && round && !n.decimal) n.vague = 'approx';
  else return;
  n.end++;
  n.digits = false;
}

/** 多功能, 多样, 多元化: 多 belongs to the word behind it. */
const isManyWord = (src: Source, at: number): boolean =>
  on(src, at, '化种样功半数') || (on(src, at, '元') && on(src, at + 1, '化'));

// ---------------------------------------------------------------- Chinese

/** State while a Chinese numeral is read; the second of each pair is the upper reading of 三四十. */
function readChinese(src: Source, at: number, unitAhead: UnitAhead): Numeral | null {
  const { s } = src;
  const digits = readDigitRow(src, at);
  if (digits) return digits;
  let i = at;
  let total = 0;
  let section = 0;
  let pending = -1;
  let highTotal = 0;
  let highSection = 0;
  let highPending = -1;
  let ranged = false;
  let zero = false;
  let lastScale = 0;
  let sectionScale = 1e5;
  let bigScale = 1e17;
  let bare = false;
  let vague: Numeral['vague'] = null;
  let trailing = 1;
  let lead = -1;
  for (;;) {
    const c = s[i]!;
    const kind = KIND[c]!;
    if (c === DAN && lastScale >= 100 && pending < 0 && KIND[s[i + 1]!]! & Kind.digit) {
      zero = true; // 一百单八
      i++;
      continue;
    }
    if (kind & Kind.digit) {
      if (c === ZERO || c === LING) {
        if (i === at && s[i + 1] === DIAN && KIND[s[i + 2]!]! & Kind.digit)
          return readChineseDecimal(src, i + 1, 0, at);
        if (pending >= 0 || i === at) break;
        if (!(KIND[s[i + 1]!]! & (Kind.digit | Kind.scale))) break;
        zero = true;
        i++;
        continue;
      }
      if (c === LIANG && i > at && !(KIND[s[i + 1]!]! & Kind.scale && s[i + 1] !== TEN) && !(pending === 1)) break; // 六两, 六十两
      const d = DIGIT[c]!;
      if (pending >= 0) {
        // 三四十, 七八百, 三五个; not the third of a row, and not 一九
        if (ranged || !(d === pending + 1 || (pending === 3 && d === 5))) return null;
        highPending = d;
        ranged = true;
        i++;
        continue;
      }
      pending = highPending = d;
      trailing = 1;
      if (lead < 0) lead = d;
      i++;
      continue;
    }
    if (kind & Kind.tens && pending < 0 && sectionScale > 10) {
      section += SCALE.get(c)!;
      highSection += SCALE.get(c)!;
      sectionScale = lastScale = 10;
      trailing = 1;
      i++;
      continue;
    }
    if (kind & Kind.scale && (!(kind & Kind.financial) || pending >= 0)) {
      if (c === ZHAO && !on(src, i + 1, '元美日圆韩新') && !isChineseNumeral(s[i + 1]!)) break; // 兆瓦, 兆帕; 三兆五十亿 goes on
      const value = SCALE.get(c)!;
      if (value < 1e4) {
        if (i > at && value < 1e4 && c !== TEN && unitAhead(src, i)) break; // 三千瓦, 五百帕: the scale is the unit's
        if (value >= sectionScale) break;
        if (pending < 0) {
          if (c !== TEN && i > at) break;
          if (c !== TEN) bare = true;
          pending = highPending = 1;
        }
        section += pending * value;
        highSection += highPending * value;
        sectionScale = lastScale = value;
      } else {
        if (value === 1e4 && bigScale === 1e4 && section === 0 && pending < 0) {
          total *= 1e4; // 六万万
          highTotal *= 1e4;
          trailing *= 1e4;
          i++;
          continue;
        }
        if (value >= bigScale && !(value === 1e8 && bigScale === 1e4)) break;
        let low = section + Math.max(pending, 0);
        let high = highSection + Math.max(highPending, 0);
        if (low === 0) {
          if (i === at) {
            low = high = 1;
            bare = true;
          } else if (value !== 1e8 || total === 0) break;
        }
        if (value === 1e8 && bigScale === 1e4) {
          total = (total + low) * 1e8;
          highTotal = (highTotal + high) * 1e8;
        } else {
          total += low * value;
          highTotal += high * value;
        }
        section = highSection = 0;
        sectionScale = 1e5;
        bigScale = lastScale = value;
      }
      pending = highPending = -1;
      trailing *= value;
      zero = false;
      i++;
      continue;
    }
    break;
  }
  if (i === at) return null;
  // a decimal: 一点五, 三点一四亿; 三点五十 is a time of day
  if (s[i] === DIAN && KIND[s[i + 1]!]! & Kind.digit && !ranged && !bare) {
    const point = readChineseDecimal(src, i, total + section + Math.max(pending, 0), at);
    if (point) return point;
  }
  let value: number;
  let high: number;
  const tail = pending >= 0 ? pending : 0;
  const highTail = highPending >= 0 ? highPending : 0;
  // 一百一 is 110, 两万八 is 28000; 一百零一 and 十一 are as they say. 三百二三十 was read above.
  const omitted = pending >= 0 && lastScale >= 100 && !zero ? lastScale / 10 : 1;
  value = total + section + tail * omitted;
  high = highTotal + highSection + highTail * omitted;
  let end = i;
  // 十几, 二十几万, 百余, 三百多万
  const mark = s[i]!;
  if (pending < 0 && (mark === JI || isVagueMark(mark)) && (mark !== LAI || value % 10 === 0)) {
    const next = s[i + 1]!;
    const scaleNext = next === WAN || next === YI;
    const taken = mark === JI ? lastScale === 10 && !on(src, i + 1, '何乎') : !(mark === DUO && isManyWord(src, i + 1));
    if (taken) {
      vague = mark === LAI ? 'approx' : 'moreThan';
      end = i + 1;
      if (scaleNext && bigScale > SCALE.get(next)!) {
        const by = SCALE.get(next)!;
        value *= by;
        high *= by;
        trailing = by;
        end = i + 2;
      }
    }
  }
  return {
    start: at,
    end,
    value,
    high: ranged ? high : null,
    vague,
    scale: trailing,
    mantissa: lead >= 0 && lead * trailing === value ? lead : value / bigOf(value, trailing),
    arabic: false,
    digits: false,
    bare,
    decimal: false,
  };
}

const bigOf = (value: number, trailing: number): number => (trailing > 0 && value % trailing === 0 ? trailing : 1);

/** 二〇一二, 一九九八, 一三八: digits read one by one. Two of them only where they cannot be a range (九八). */
function readDigitRow(src: Source, at: number): Numeral | null {
  const { s } = src;
  let i = at;
  while (KIND[s[i]!]! & Kind.digit && s[i] !== LIANG) i++;
  const length = i - at;
  if (length < 2) return null;
  const next = KIND[s[i]!]! & (Kind.scale | Kind.tens);
  const first = DIGIT[s[at]!]!;
  const second = DIGIT[s[at + 1]!]!;
  if (length === 2 && (next || second === first + 1 || (first === 3 && second === 5))) return null;
  if (length > 2 && next) return null;
  let value = 0;
  for (let k = at; k < i; k++) value = value * 10 + DIGIT[s[k]!]!;
  if (s[i] === DIAN && KIND[s[i + 1]!]! & Kind.digit) {
    const point = readChineseDecimal(src, i, value, at);
    if (point) return point;
  }
  return {
    start: at,
    end: i,
    value,
    high: null,
    vague: null,
    scale: 1,
    mantissa: value,
    arabic: false,
    digits: true,
    bare: false,
    decimal: false,
  };
}

function readChineseDecimal(src: Source, point: number, whole: number, start: number): Numeral | null {
  const { s } = src;
  let i = point + 1;
  let fraction = '';
  while (KIND[s[i]!]! & Kind.digit && s[i] !== LIANG) fraction += DIGIT[s[i++]!]!;
  if (fraction === '' || s[i] === TEN || on(src, i, '刻半')) return null;
  let exponent = 0;
  while (isScaleMark(s[i]!) && exponent < 16 && !(s[i] === ZHAO)) exponent += exponentOf(s[i++]!);
  return {
    start,
    end: i,
    value: Number(`${whole}.${fraction}e${exponent}`),
    high: null,
    vague: null,
    scale: 10 ** exponent,
    mantissa: Number(`${whole}.${fraction}`),
    arabic: false,
    digits: false,
    bare: false,
    decimal: true,
  };
}

const MONEY_OR_COUNTER = '元圆角分个家件名张份台吨亩只';

/** 壹仟贰佰叁拾肆: with a scale among it, since 陆地 and 队伍 are words. */
function readFinancial(src: Source, at: number): Numeral | null {
  const { s } = src;
  let i = at;
  let total = 0;
  let section = 0;
  let pending = 0;
  let scaled = false;
  let proper = false;
  let lastBig = 1e17;
  let lastScale = 0;
  for (; ; i++) {
    const kind = KIND[s[i]!]!;
    if (s[i] === ZERO || s[i] === LING) {
      pending = 0;
      lastScale = 0;
      continue;
    }
    if (kind & (Kind.financial | Kind.digit) && !(kind & Kind.scale)) {
      pending = DIGIT[s[i]!]!;
      proper = true;
      continue;
    }
    if (!(kind & Kind.scale)) break;
    const value = SCALE.get(s[i]!)!;
    scaled = true;
    lastScale = value;
    if (value < 1e4) section += (pending || (section === 0 && value === 10 ? 1 : 0)) * value;
    else if (value === 1e8 && lastBig === 1e4) total = (total + section + pending) * 1e8;
    else total += (section + pending) * value;
    if (value >= 1e4) {
      section = 0;
      lastBig = value;
    }
    pending = 0;
  }
  // 伍元整, 叁角: one digit alone needs money behind it
  if ((!proper && !on(src, i, MONEY_OR_COUNTER)) || (!scaled && !on(src, i, MONEY_OR_COUNTER))) return null;
  // 壹万三 is 13000, as 一万三 is
  let value = total + section + (lastScale >= 100 ? (pending * lastScale) / 10 : pending);
  // 叁拾陆点伍
  let fraction = '';
  if (s[i] === DIAN && scaled)
    for (let k = i + 1; KIND[s[k]!]! & (Kind.financial | Kind.digit) && !(KIND[s[k]!]! & Kind.scale); k++)
      fraction += DIGIT[s[k]!]!;
  if (fraction !== '') {
    value = Number(`${total + section + pending}.${fraction}`);
    i += fraction.length + 1;
  }
  return {
    start: at,
    end: i,
    value,
    high: null,
    vague: null,
    scale: 1,
    mantissa: value,
    arabic: false,
    digits: false,
    bare: false,
    decimal: fraction !== '',
  };
}

/** 数十万, 几百, 上千, 好几百: what stands before a scale word makes it a lower bound. `at` is that of 数, 几, 上. */
export function readOpened(src: Source, at: number): Numeral | null {
  const { s } = src;
  let i = at + 1;
  let value = 1;
  const first = i;
  while (KIND[s[i]!]! & Kind.scale && !(KIND[s[i]!]! & Kind.financial) && s[i] !== ZHAO) {
    value *= SCALE.get(s[i]!)!;
    i++;
  }
  if (i === first && on(src, i, '个') && s[i + 1] === YI) {
    value = 1e8; // 几个亿
    i += 2;
  }
  if (i === first || value > 1e16) return null;
  if (s[i] === YU || s[i] === DUO) i++;
  return {
    start: at,
    end: i,
    value,
    high: null,
    vague: 'moreThan',
    scale: value,
    mantissa: 1,
    arabic: false,
    digits: false,
    bare: false,
    decimal: false,
  };
}
