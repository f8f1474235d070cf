import { FOLD } from './chars.ts';

/** Characters that names of currencies end in. */
export const ENDINGS = '币元圆镑';

/** What a character beside a numeral may be part of: a reader is called only where its bit stands. */
export const Near = {
  /** Before it: A320, a/1, 〔2012〕, № 5. */
  noiseBefore: 1,
  /** Before it: 负, 零下, -, or the end of a currency's name (港币). */
  sign: 2,
  /** Behind Arabic digits: a model, a version, a telephone number, 〔2012〕15号. */
  noiseBehind: 4,
  /** Behind Arabic digits: a date or a part of one. */
  date: 8,
  /** Behind a numeral: a time of day. */
  clock: 16,
  /** Behind Arabic digits: a scale, a power, 余 多 来 几. */
  scale: 32,
  /** Behind a numeral: 分之, 又, 半, 成, 折, a ratio, a power. */
  special: 64,
  /** Behind a numeral or its unit: the second end of a span, the next of a list, a factor. */
  join: 128,
  /** All of those that stand behind. */
  behind: 4 | 8 | 16 | 32 | 64 | 128,
} as const;

/** Character (folded) → Near bits. */
export const NEAR: Uint8Array = new Uint8Array(65536);

const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const connectors = '—~-至到';
const put = (bit: number, chars: string): void => {
  for (const ch of chars) NEAR[FOLD[ch.charCodeAt(0)]!]! |= bit;
};
put(Near.noiseBefore, `${latin}-_@/.=&?〔[［【(№`);
for (let c = 0x2460; c <= 0x24ff; c++) NEAR[c]! |= Near.noiseBefore; // ①
put(Near.sign, ` 下上负-+—${ENDINGS}`);
put(Near.noiseBehind, `${latin}·〕]］】).-—`);
// behind a space anything may follow
put(Near.date | Near.join, ' ');
put(Near.date, `年月日世财QH/.·、和与${connectors}`);
put(Near.clock, ':时点');
put(Near.scale, '×*余多来几百千佰仟万亿兆kw');
put(Near.special, '分又半成折:比/^');
put(Near.join, `(、和与及×*xX${connectors}`);
