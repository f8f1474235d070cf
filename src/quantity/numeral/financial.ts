import { DIGIT, KIND, Kind, on, SCALE, type Source } from '../chars.ts';
import { DIAN, LAI, LING, WAN, YI, ZERO } from '../marks.ts';
import { isVagueMark } from './marks.ts';
import type { Numeral } from './types.ts';

/** 十万|捌仟, 两百万|零伍拾: the numeral goes on in financial characters; 三亿|陆地 does not. */
export function isFinancialAhead(src: Source, end: number): boolean {
  const at = src.s[end] === ZERO ? end + 1 : end;
  return (KIND[src.s[at]!]! & Kind.financial) !== 0 && (KIND[src.s[at + 1]!]! & Kind.scale) !== 0;
}

/** A digit, financial or not. */
const isDigitOf = (c: number): boolean => (KIND[c]! & (Kind.financial | Kind.digit)) !== 0 && !(KIND[c]! & Kind.scale);

const MONEY_OR_COUNTER = '元圆角分个家件名张份台吨亩只';

/** 壹仟贰佰叁拾肆: with a scale among it, since 陆地 and 队伍 are words. */
export function readFinancial(src: Source, at: number): Numeral | null {
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
    else if (value === 1e4 && lastBig === 1e4 && section + pending === 0)
      total *= 1e4; // 壹万万亿
    else if (value === 1e8 && lastBig === 1e4) total = (total + section + pending) * 1e8;
    else total += (section + pending) * value;
    if (value >= 1e4) {
      section = 0;
      lastBig = value;
    }
    pending = 0;
  }
  // 伍元整, 叁角: one digit alone needs money behind it, or decimals: 玖点伍
  if (!scaled && i === at + 1 && s[i] === DIAN && isDigitOf(s[i + 1]!)) scaled = proper;
  if ((!proper && !on(src, i, MONEY_OR_COUNTER)) || (!scaled && !on(src, i, MONEY_OR_COUNTER))) return null;
  // 壹万三 is 13000, as 一万三 is
  let value = total + section + (lastScale >= 100 ? (pending * lastScale) / 10 : pending);
  // 叁拾陆点伍
  let fraction = '';
  if (s[i] === DIAN && scaled) for (let k = i + 1; isDigitOf(s[k]!); k++) fraction += DIGIT[s[k]!]!;
  if (fraction !== '') {
    value = Number(`${total + section + pending}.${fraction}`);
    i += fraction.length + 1;
  }
  // 壹千多万
  let vague: Numeral['vague'] = null;
  if (fraction === '' && pending === 0 && isVagueMark(s[i]!) && (s[i + 1] === WAN || s[i + 1] === YI) && value < 1e4) {
    vague = s[i] === LAI ? 'approx' : 'moreThan';
    value *= SCALE.get(s[i + 1]!)!;
    i += 2;
  }
  return {
    start: at,
    end: i,
    value,
    high: null,
    vague,
    scale: 1,
    mantissa: value,
    arabic: false,
    digits: false,
    bare: false,
    decimal: fraction !== '',
  };
}
