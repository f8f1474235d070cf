import { code, DIGIT, isDigit, KIND, Kind, type Source } from '../chars.ts';
import { TEN } from '../marks.ts';

/** A small whole number, Arabic or Chinese, as months and days are written. */
export interface Small {
  value: number;
  end: number;
  length: number;
  arabic: boolean;
}

export function readSmall(src: Source, at: number): Small | null {
  const { s } = src;
  let i = at;
  if (isDigit(s[i]!)) {
    let value = 0;
    while (isDigit(s[i]!) && i - at < 5) value = value * 10 + s[i++]! - 48;
    return i - at < 5 ? { value, end: i, length: i - at, arabic: true } : null;
  }
  let value = 0;
  const kind = KIND[s[i]!]!;
  if (kind & Kind.tens) {
    value = s[i] === code('廿') ? 20 : 30;
    i++;
    if (KIND[s[i]!]! & Kind.digit) value += DIGIT[s[i++]!]!;
    return { value, end: i, length: i - at, arabic: false };
  }
  if (kind & Kind.digit) {
    value = DIGIT[s[i]!]!;
    i++;
    if (s[i] === TEN) {
      value *= 10;
      i++;
      if (KIND[s[i]!]! & Kind.digit) value += DIGIT[s[i++]!]!;
      return { value, end: i, length: i - at, arabic: false };
    }
    // 二0一二, 二O一二: a nought of another script among them
    while (
      (KIND[s[i]!]! & Kind.digit || ((s[i] === 48 || s[i] === 79) && KIND[s[i + 1]!]! & Kind.digit)) &&
      i - at < 5
    ) {
      value = value * 10 + (KIND[s[i]!]! & Kind.digit ? DIGIT[s[i]!]! : 0);
      i++;
    }
    return { value, end: i, length: i - at, arabic: false };
  }
  if (s[i] === TEN) {
    value = 10;
    i++;
    if (KIND[s[i]!]! & Kind.digit) value += DIGIT[s[i++]!]!;
    return { value, end: i, length: i - at, arabic: false };
  }
  return null;
}
