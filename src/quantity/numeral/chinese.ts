import { DIGIT, isNumeral, KIND, Kind, on, SCALE, type Source } from '../chars.ts';
import { DAN, DIAN, DUO, JI, LAI, LIANG, LING, SPACE, TEN, WAN, YI, ZERO, ZHAO } from '../marks.ts';
import { readChineseDecimal, readDigitRow } from './digit-row.ts';
import { isManyWord, isVagueMark } from './marks.ts';
import type { Numeral, UnitAhead } from './types.ts';

/** State while a Chinese numeral is read; the second of each pair is the upper reading of 三四十. */
export function readChinese(src: Source, at: number, unitAhead: UnitAhead): Numeral | null {
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
    // 二十 亿, 一百 五十: one space between what is counted and how often, as some texts are set
    if (c === SPACE && i > at && goesOn(src, i + 1, pending, lastScale)) {
      i++;
      continue;
    }
    if (c === DAN && lastScale >= 100 && pending < 0 && KIND[s[i + 1]!]! & Kind.digit) {
      zero = true; // 一百单八
      i++;
      continue;
    }
    if (kind & Kind.digit) {
      if (c === ZERO || c === LING) {
        if (i === at && s[i + 1] === DIAN && KIND[s[i + 2]!]! & Kind.digit)
          return readChineseDecimal(src, i + 1, 0, at);
        if (i === at && on(src, i + 1, '元') && (i + 2 >= src.n || on(src, i + 2, '整正零壹贰叁肆伍陆柒捌玖')))
          return nought(at); // 零元整
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
      if (c === ZHAO && !on(src, i + 1, '元美日圆韩新') && !isNumeral(s[i + 1]!)) break; // 兆瓦, 兆帕; 三兆五十亿 goes on
      const value = SCALE.get(c)!;
      if (value < 1e4) {
        // 三千瓦, 五百帕: the scale is the unit's, and the head of a column 千瓦时 is a unit alone
        if (c !== TEN && unitAhead(src, i)) break;
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
        if (value === 1e8 && bigScale === 1e8 && section === 0 && pending < 0 && trailing < 1e16) {
          total *= 1e8; // 三亿亿次
          highTotal *= 1e8;
          trailing *= 1e8;
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
  if (s[i - 1] === SPACE) i--; // 三亿 万科
  if (i === at) return null;
  // a decimal: 一点五, 三点一四亿; 三点五十 is a time of day
  if (s[i] === DIAN && KIND[s[i + 1]!]! & Kind.digit && !ranged && !bare) {
    const point = readChineseDecimal(
      src,
      i,
      total + section + Math.max(pending, 0) * (lastScale >= 100 && !zero ? lastScale / 10 : 1),
      at,
    );
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
  // 十几, 二十几万, 一百零几万, 百余, 三百多万
  if (s[i] === ZERO && s[i + 1] === JI && pending < 0) {
    i++;
    lastScale = 10;
  }
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

/** 零 on a cheque. */
const nought = (at: number): Numeral => ({
  start: at,
  end: at + 1,
  value: 0,
  high: null,
  vague: null,
  scale: 1,
  mantissa: 0,
  arabic: false,
  digits: false,
  bare: false,
  decimal: false,
});

/** Whether a numeral goes on behind a space: 二十| 亿, 一百| 五十, 一百五十| 二; not 三千| 四人. */
function goesOn(src: Source, at: number, pending: number, lastScale: number): boolean {
  const { s } = src;
  if (s[at] === WAN || s[at] === YI) return true;
  if (pending >= 0) return (KIND[s[at]!]! & Kind.scale) !== 0;
  if (!(KIND[s[at]!]! & Kind.digit)) return false;
  const scale = SCALE.get(s[s[at + 1] === SPACE ? at + 2 : at + 1]!) ?? 0;
  return lastScale === 10 || (scale > 0 && scale < lastScale);
}

const bigOf = (value: number, trailing: number): number => (trailing > 0 && value % trailing === 0 ? trailing : 1);
