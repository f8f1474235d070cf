import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { entityLength } from './nominal.ts';
import { DE, LIST_COMMA } from './particles.ts';
import { isTitledPerson } from './person-names.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isOneOf, plainSpanIs, plainWord, type Span } from './view.ts';

/** What a phrase names: a name, a kind of bodies or places, whether it can have figures at all. */

const DOUBLE_QUOTE = marksOf('“');
const DOUBLE_QUOTE_END = marksOf('”');
const FIELDS_OF_WORK = words('工业', '农业', '商业', '旅游', '文化', '财政', '建设', '项目建设', '规划', '其他');

/** A name: it holds a word that no dictionary has, or points (这台盾构机, 该型电池). */
export function isProper(t: Tokens, s: Span): boolean {
  const from = t.start[s.from]!;
  if (phraseWords().determinerEnd(t.text, from, t.end[s.to - 1]!) > from) return true;
  for (let i = s.from; i < s.to; i++)
    if (
      has(t.kind[i]!, Kind.name) ||
      (t.kind[i] === Kind.unknown && t.end[i]! - t.start[i]! >= 2 && !/[\dA-Za-z]/.test(plainWord(t, i)))
    )
      return t.end[s.to - 1]! - t.start[s.from]! >= 3;
  return false;
}

/** 行政村, 山区: everyday words for kinds of places, which name none. */
export function isCommonPlace(t: Tokens, s: Span): boolean {
  if (!plainSpanIs(t, s, phraseWords().isCommonPlace)) return false;
  for (let i = s.from; i < s.to; i++)
    if (has(t.kind[i]!, Kind.unknown | Kind.name | Kind.figure | Kind.punctuation | Class.deictic)) return false;
  return true;
}

/** 农村幼儿园, 全省养老机构, 群众: a kind of bodies or people; its words are everyday ones, and name none. */
export function isKind(t: Tokens, s: Span): boolean {
  if (!plainSpanIs(t, s, phraseWords().isCommonKind)) return false;
  for (let i = s.from; i < s.to; i++) {
    const k = t.kind[i]!;
    if (has(k, Kind.name | Kind.punctuation) && !isOneOf(t, i, LIST_COMMA)) return false;
    if (k === Kind.unknown && t.end[i]! - t.start[i]! > 1 && !isCharacter('这两几各', t.text.charCodeAt(t.start[i]!)))
      return false;
    if (i > s.from && has(k, Class.deictic)) return false;
  }
  return phraseWords().determinerEnd(t.text, t.start[s.from]!, t.end[s.to - 1]!) === t.start[s.from];
}

/** A kind of places, bodies or people: its own figures are its, but a text is about nobody of that name. */
export const isGeneric = (t: Tokens, s: Span): boolean => isCommonPlace(t, s) || isKind(t, s);

/** 园区3.5平方公里 is the park's own area, 耕地5400亩 is what a village has. */
export const isPlaceOrWork = (t: Tokens, s: Span, lexicon: Lexicon): boolean =>
  entityLength(t, s.to - 1, lexicon, Entity.place | Entity.body | Entity.project) > 0;

/**
 * Whose a phrase says that something is, without what else stands in it: 中央财政|今年, 全国|水利建设, 全市|720万亩秋粮. Bodies, people, works
 * and branches stay (全市合作社, 全国移民管理机构).
 */
export function ownerIn(t: Tokens, s: Span, lexicon: Lexicon): Span {
  let { from, to } = s;
  while (from < to && isOneOf(t, from, TIMES)) from++;
  while (to > from && isOneOf(t, to - 1, TIMES)) to--;
  for (let i = to - 2; i > from; i--) if (isOneOf(t, i, DE) && has(t.kind[i + 1]!, Kind.figure)) from = i + 1; // 许四海承包的|1260亩小麦
  if (to - from < 2 || !has(t.kind[from]!, Class.deictic)) return { from, to };
  if (isOneOf(t, from + 1, DE) || entityLength(t, to - 1, lexicon) > 0) return { from, to };
  if (phraseWords().namesFirm(t.text, t.start[from]!, t.end[to - 1]!)) return { from, to };
  return { from, to: from + 1 };
}

/** Times that are everyday words: no part of a name. */
export const TIMES = words(...phraseWords().times);
const ONLY = words('光', '单', '仅', '只');

/** Whether a phrase can name whom a figure is about. */
export function canBeSubject(t: Tokens, s: Span): boolean {
  if (has(t.kinds, Kind.punctuation) && !isBalanced(t, s)) return false;
  if (s.to - s.from === 1 && has(t.kind[s.from]!, Class.modifier) && isOneOf(t, s.from, FIELDS_OF_WORK)) return false;
  const { determinerEnd, isPerson, neverSubject } = phraseWords();
  if (
    has(t.kind[s.from]!, Class.strong | Class.up | Class.down) &&
    t.value[s.from]! >= 0 &&
    !isOneOf(t, s.from + 1, DE) &&
    !(s.to - s.from > 1 && has(t.kind[s.from]!, Class.weak) && plainSpanIs(t, s, isPerson)) && // 搬迁|群众
    !(s.to - s.from > 2 && has(t.kind[s.from]!, Class.weak) && holdsUnknown(t, s)) && // 种植|大户|李永强
    !isTitledPerson(t, s) // 下岗|工人|冯国梁
  )
    return false;
  if (s.to - s.from === 1 && has(t.kind[s.from]!, Class.report)) return false; // 看到|几十台机器人
  if (s.to - s.from > 1 && isOneOf(t, s.from, ONLY)) return false; // 光|出口欧洲的就有2300台
  const from = t.start[s.from]!;
  const to = t.end[s.to - 1]!;
  if (to - from < 2 && !isCharacter('他她它我咱', t.text.charCodeAt(from))) return false;
  const determiner = determinerEnd(t.text, from, to);
  return (determiner > from && to - determiner >= 2) || !neverSubject(t.text, from, to);
}

/** A word that no list knows, behind the first: a name, or a part of one. */
export function holdsUnknown(t: Tokens, s: Span): boolean {
  for (let i = s.from + 1; i < s.to; i++) if (t.kind[i] === Kind.unknown) return true;
  return false;
}

/** As many quotations end as begin: “一园|两区” is cut, and no name. */
function isBalanced(t: Tokens, s: Span): boolean {
  let open = 0;
  for (let i = s.from; i < s.to; i++)
    if (isOneOf(t, i, DOUBLE_QUOTE)) open++;
    else if (isOneOf(t, i, DOUBLE_QUOTE_END)) open--;
  return open === 0;
}
