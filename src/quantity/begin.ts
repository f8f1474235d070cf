import { code, FOLD, KIND, Kind, NUMERALS } from './chars.ts';

/** What may begin at a character, as bits of one table: nothing else is looked at where no bit stands. */
export const Begin = {
  numeral: 1,
  opener: 2,
  time: 4,
  currency: 8,
  ordinal: 16,
  fan: 32,
  /** It begins nothing and ends a sentence or a paragraph. */
  end: 64,
  /** It begins what its folded form begins, and is to be folded first. */
  folds: 128,
} as const;

/** Character, folded or not → Begin bits. `timeStarts` are the (folded) characters that time words begin with. */
export function compileBegin(timeStarts: readonly number[]): Uint8Array {
  const begin = new Uint8Array(65536);
  for (const c of NUMERALS) {
    const kind = KIND[c]!;
    if (kind & (Kind.arabic | Kind.digit | Kind.scale | Kind.tens | Kind.financial)) begin[c]! |= Begin.numeral;
    if (kind & Kind.opener) begin[c]! |= Begin.opener;
  }
  for (const c of timeStarts) begin[c]! |= Begin.time;
  for (const ch of '前头') begin[code(ch)]! |= Begin.time;
  for (const ch of '¥$€£₩₹₽฿₫₱USHRCANTEGJ') begin[code(ch)]! |= Begin.currency;
  begin[code('第')]! |= Begin.ordinal;
  begin[code('翻')]! |= Begin.fan;
  // ！ and ？ as they are folded; behind ； a sentence goes on (2023年末…；全年…)
  for (const ch of '\n。!?') begin[code(ch)]! |= Begin.end;
  for (let c = 0; c < FOLD.length; c++) if (FOLD[c] !== c) begin[c] = begin[FOLD[c]!]! | Begin.folds;
  return begin;
}
