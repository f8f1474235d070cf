import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { isNominal, isPredicate, isSuffixed } from './nominal.ts';
import { ANY_COMMA, CLOSE_BRACKET, DE, DENG, JOINERS, LE, LIST_COMMA, OPEN_BRACKET } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isOneOf, plainSpanIs, type Span } from './view.ts';

const NOMINAL = Class.weak | Class.noun | Class.modifier | Class.head;
const OPENED_OUTSIDE = marksOf('”’）)》」』·、');
const QUOTE = marksOf('“”‘’《》「」『』·');
const SPEECH = marksOf('“');
const SPEECH_END = marksOf('”');
const LEFT_OPEN_DOT = marksOf('“‘（(《「『·');
const LEFT_OPEN = marksOf('“‘（(《「『');
const PER_HEAD = words(...phraseWords().perHead.filter((w) => w.endsWith('均') && w !== '平均'));
const AND = words('和', '及', '以及');

/**
 * The noun phrase that ends before token `end`, not before `floor`. Lists (A、B和C) are one phrase; a figure that counts
 * (我市9个集聚区固定资产投资) is a part of it where a noun follows the figure.
 */
export function nounPhraseBefore(t: Tokens, end: number, floor: number, lexicon: Lexicon): Span {
  let from = end;
  while (from > floor) {
    const i = from - 1;
    const k = t.kind[i]!;
    if (from < end && has(k, Class.strong)) {
      if (isSuffixed(t, i)) {
        from = i; // 年|供水|量
        continue;
      }
      if (isPredicate(t, i, lexicon)) break;
      if (!isNominal(t, i)) {
        from = i; // 下发|整改|通知书
        continue;
      }
    }
    if (from < end && isOneOf(t, i, SPEECH_END)) {
      const open = quoteOf(t, i, floor); // “散乱污”|企业, “三品一标”|认证: what is quoted is a name, whatever verbs it holds
      if (open >= 0) {
        from = open;
        continue;
      }
    }
    if (isOneOf(t, i, CLOSE_BRACKET)) {
      // 固定资产投资（不含农户）: what stands in brackets belongs to the word before them
      let open = i;
      while (open > floor && !isOneOf(t, open, OPEN_BRACKET)) open--;
      if (!isOneOf(t, open, OPEN_BRACKET) || open === floor || !isNominal(t, open - 1)) break;
      if (isCharacter('讯电', t.text.charCodeAt(t.end[open - 1]! - 1))) break; // 本报讯（记者 …）|总投资
      from = open;
      continue;
    }
    if (isNominal(t, i)) {
      from = i;
      if (has(k, Class.deictic) && !isOneOf(t, i - 1, DE)) break; // 我市, 全省 begin their phrase
      continue;
    }
    if (from === end) break; // what follows needs a noun behind it
    if (isOneOf(t, i, DE) && i > floor && (isNominal(t, i - 1) || has(t.kind[i - 1]!, Kind.figure))) {
      from = i;
      continue;
    }
    if (isOneOf(t, i, DENG) && i > floor && isNominal(t, i - 1)) {
      from = i;
      continue;
    }
    if (isOneOf(t, i, LIST_COMMA) && i > floor && isNominal(t, i - 1) && !partHasFigure(t, i, floor)) {
      from = i;
      continue;
    }
    if (isOneOf(t, i, JOINERS) && i > floor && isNominal(t, i - 1)) {
      from = i;
      continue;
    }
    if (
      has(k, Kind.figure) &&
      t.end[i] === t.start[from] &&
      !isOneOf(t, from, ANY_COMMA) &&
      isNominal(t, from) &&
      !has(t.kind[from]!, Class.head)
    ) {
      from = i;
      continue;
    }
    break;
  }
  // marks that were opened outside belong outside
  while (
    from < end &&
    (isOneOf(t, from, OPENED_OUTSIDE) || isOneOf(t, from, DE) || isOneOf(t, from, JOINERS) || isOneOf(t, from, DENG))
  )
    from++;
  while (from < end - 1 && isOneOf(t, from, SPEECH) && !closes(t, from, end)) from++; // “水|最深的地方有两米多
  let to = end;
  while (to > from && isOneOf(t, to - 1, LEFT_OPEN)) to--;
  return { from, to };
}

/** Where a short quotation without marks in it opens that closes at `close`, -1 for none. */
function quoteOf(t: Tokens, close: number, floor: number): number {
  for (let i = close - 1; i >= floor && i > close - 8; i--) {
    if (isOneOf(t, i, SPEECH)) return t.end[close]! - t.start[i]! <= 10 ? i : -1;
    if (has(t.kind[i]!, Kind.punctuation)) return -1;
  }
  return -1;
}

/** Whether the quotation that opens at `from` ends near what stands before token `at`: “一园|两区”. */
function closes(t: Tokens, from: number, at: number): boolean {
  for (let i = from + 1; i < t.count && i < at + 3; i++) if (isOneOf(t, i, SPEECH_END)) return true;
  return false;
}

/** 2×100万千瓦机组项目、|某公司投资…: a list part with a figure of its own is another statement. */
function partHasFigure(t: Tokens, mark: number, floor: number): boolean {
  if (has(t.kind[mark - 1]!, Class.head)) return false; // 9个集聚区固定资产投资、|主营业务收入: a list of measures
  for (let i = mark - 1; i >= floor && (isNominal(t, i) || has(t.kind[i]!, Kind.figure)); i--)
    if (has(t.kind[i]!, Kind.figure)) return true;
  return false;
}

/** The noun phrase that begins at token `from`, not beyond `ceiling`: up to the next verb, adverb, mark or figure. */
export function nounPhraseAfter(t: Tokens, from: number, ceiling: number): Span {
  let to = from;
  while (to < ceiling) {
    const k = t.kind[to]!;
    if (to === from && has(k, Class.preposition) && has(k, Class.noun)) break; // 21起|针对救援人员的袭击
    if (has(k, Kind.punctuation)) {
      if (isOneOf(t, to, QUOTE) || (to > from && isOneOf(t, to, OPEN_BRACKET))) {
        if (isOneOf(t, to, OPEN_BRACKET)) {
          let close = to + 1;
          while (close < ceiling && !isOneOf(t, close, CLOSE_BRACKET)) close++;
          if (close >= ceiling) break;
          to = close + 1;
          continue;
        }
        to++;
        continue;
      }
      if (
        to > from &&
        isOneOf(t, to, LIST_COMMA) &&
        to + 1 < ceiling &&
        isNominal(t, to + 1) &&
        !hasFigureSoon(t, to + 1, ceiling)
      ) {
        to++;
        continue;
      }
      break;
    }
    if (has(k, Kind.figure | Kind.time)) break;
    if (isNominal(t, to)) {
      if (to > from && has(k, Class.reach)) break; // 1200座房屋|处于危险之中
      if (to > from && has(k, Class.strong) && isItemsVerb(t, to, ceiling)) break;
      if (to > from && isOneOf(t, to + 1, LE)) break; // 两个孩子|上|了大学
      if (to > from && isOneOf(t, to, PER_HEAD)) break; // 1900多户农民|户均|增收
      to++;
      continue;
    }
    if (
      to > from &&
      isOneOf(t, to, AND) &&
      to + 1 < ceiling &&
      isNominal(t, to + 1) &&
      !hasFigureSoon(t, to + 1, ceiling)
    ) {
      to++;
      continue;
    }
    break;
  }
  while (to > from && isOneOf(t, to - 1, LEFT_OPEN_DOT)) to--;
  return { from, to };
}

/** Whether the noun at `i` leads to a figure of its own (年产10万吨有机硅和|年产10万吨…, 企业5家和|学校3所). */
function hasFigureSoon(t: Tokens, i: number, ceiling: number): boolean {
  for (let k = i; k < ceiling && k < i + 5; k++) {
    if (has(t.kind[k]!, Kind.figure)) return true;
    if (has(t.kind[k]!, Kind.punctuation) || !isNominal(t, k)) return false;
  }
  return false;
}

/** 15名儿童|接受帮扶, 600名学生|讲解知识: a verb behind the item, and not inside its name (5座污水|处理|厂, 3个道路|改造|工程). */
function isItemsVerb(t: Tokens, verb: number, ceiling: number): boolean {
  if (isSuffixed(t, verb)) return false; // 8个集中|安置|点|之一
  const next = verb + 1;
  const end = next >= ceiling || has(t.kind[next]!, Kind.punctuation);
  if (end && (isOneOf(t, verb, SUFFERED) || (!has(t.kind[verb]!, Class.weak) && endsOnPerson(t, verb - 1))))
    return true; // 86万贫困人口|脱贫, 461个市镇|受灾
  if (has(t.kind[verb]!, Class.modifier | Class.head)) {
    if (next < ceiling && has(t.kind[next]!, Class.strong) && !has(t.kind[next]!, NOMINAL)) return true; // 热电项目|建成|投产
    return next < ceiling && has(t.kind[next]!, Kind.figure);
  }
  if (next >= ceiling || isOneOf(t, next, LE) || has(t.kind[next]!, Kind.figure | Kind.time | Kind.punctuation))
    return true;
  if (
    t.value[verb]! < 0 &&
    t.end[verb]! - t.start[verb]! === 2 &&
    isCharacter(DIRECTIONS, t.text.charCodeAt(t.end[verb]! - 1))
  )
    return true; // 62岁的果农|钻进|果园: a verb with its direction names nothing
  if (endsOnPerson(t, verb - 1)) return true;
  let to = next;
  while (to < ceiling && isNominal(t, to) && !has(t.kind[to]!, Kind.punctuation)) to++;
  return to === next || !plainSpanIs(t, { from: next, to }, phraseWords().endsThing);
}

const endsOnPerson = (t: Tokens, i: number): boolean => isCharacter(PERSON_ENDINGS, t.text.charCodeAt(t.end[i]! - 1));

const SUFFERED = words(
  '死亡',
  '受伤',
  '失踪',
  '遇难',
  '失联',
  '被困',
  '获救',
  '身亡',
  '重伤',
  '轻伤',
  '受灾',
  '受损',
  '停电',
  '停产',
  '停课',
  '停工',
  '停运',
);
const DIRECTIONS = '进到回去';
const PERSON_ENDINGS = '人员工生童众民师者客手表兵警友口户';
