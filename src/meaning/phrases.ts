import { Class } from '../rules/format.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** A run of tokens, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

const CHANGE = Class.up | Class.down;
const STATUS = Class.planned | Class.target | Class.estimated;
const VERB = Class.strong | Class.weak;
const NOMINAL = Kind.unknown | Class.noun | Class.modifier | Class.head | Class.deictic | Class.weak;

export const has = (kind: number, bits: number): boolean => (kind & bits) !== 0;

/** The token as it stands in the text. */
export const word = (t: Tokens, i: number): string => t.source.slice(t.start[i], t.end[i]);

/** The token in Simplified characters, for matching. */
export const plainWord = (t: Tokens, i: number): string => t.text.slice(t.start[i], t.end[i]);

/** The text of a span, as it stands; '' for an empty one. */
export const spanText = (t: Tokens, s: Span | null): string =>
  s && s.to > s.from ? t.source.slice(t.start[s.from], t.end[s.to - 1]) : '';

export const isMark = (t: Tokens, i: number, marks: string): boolean =>
  i >= 0 && i < t.count && has(t.kind[i]!, Kind.punctuation) && marks.includes(String.fromCharCode(t.value[i]!));

const isWord = (t: Tokens, i: number, w: string): boolean =>
  i >= 0 && i < t.count && t.end[i]! - t.start[i]! === w.length && t.text.startsWith(w, t.start[i]);

export const isOneOf = (t: Tokens, i: number, words: readonly string[]): boolean => words.some((w) => isWord(t, i, w));

/** Whether a token can be a part of a noun phrase; a word that is only a verb or adverb cannot. */
export function isNominal(t: Tokens, i: number): boolean {
  const k = t.kind[i]!;
  if (has(k, Kind.punctuation)) return isMark(t, i, '“”‘’（）()《》「」『』·');
  if (has(k, STATUS)) return isStatusNoun(t, i);
  return has(k, NOMINAL) && !has(k, Class.share);
}

/** 员工持股|计划|的参与人数, 年度|任务|的125%: a word that elsewhere tells status, as the end of a noun. */
export const isStatusNoun = (t: Tokens, i: number): boolean =>
  isOneOf(t, i, ['计划', '目标', '任务', '规划', '安排', '目标任务', '预期', '预期目标']) &&
  i > 0 &&
  (has(t.kind[i - 1]!, NOMINAL | Class.share | Class.strong) || isMark(t, i - 1, '”》')) &&
  !has(t.kind[i - 1]!, Class.deictic) &&
  (i + 1 >= t.count || isOneOf(t, i + 1, ['的']) || has(t.kind[i + 1]!, Class.head | Class.reach | Kind.punctuation));

const JOINERS = ['和', '与', '及', '以及', '暨'];

/** Whether the verb at `i` is the predicate of what stands right of it, and no part of a noun (改造管网 against 道路改造工程). */
export function isPredicate(t: Tokens, i: number, lexicon: Lexicon): boolean {
  const k = t.kind[i]!;
  if (!has(k, Class.strong)) return false;
  if (!has(k, Class.weak | Class.modifier | Class.head)) return true;
  if (has(k, Class.modifier | Class.head) && i + 1 < t.count && has(t.kind[i + 1]!, Class.head)) return false; // 销售|收入
  const left = i - 1;
  if (left < 0) return true;
  if (has(t.kind[left]!, Class.strong) && !has(t.kind[left]!, Class.modifier | Class.noun)) return false; // 铺设|供水|管道
  if (!isNominal(t, left) || has(t.kind[left]!, Kind.punctuation)) return true;
  if (has(t.kind[left]!, Class.deictic) || entityLength(t, left, lexicon) > 0) return true;
  if (has(k, Class.modifier)) return false; // 国家级|研发|平台
  // 养殖场|存栏|奶牛5200头, but 道路|改造|工程34公里
  return t.value[i]! >= 0 && !COMPOUND.test(objectOf(t, i));
}

const COMPOUND = /(工程|项目|活动|面积|机构|中心|基地|企业|公司|人员|能力|总量|规模|任务|计划|率|额|量|费)$/;

/** The text from behind a verb to the next word that is no noun. */
function objectOf(t: Tokens, verb: number): string {
  let to = verb + 1;
  while (to < t.count && isNominal(t, to) && !has(t.kind[to]!, Kind.punctuation)) to++;
  return to > verb + 1 ? t.text.slice(t.start[verb + 1], t.end[to - 1]) : '率';
}

/** Length of the ending of an entity's name on which the token ends, 0 for none. */
export function entityLength(t: Tokens, i: number, lexicon: Lexicon, kinds?: readonly string[]): number {
  if (!kinds && has(t.kind[i]!, Kind.name)) return t.end[i]! - t.start[i]!;
  const end = t.end[i]!;
  const list = lexicon.entityEndings.get(t.text[end - 1]!);
  if (!list) return 0;
  for (const { ending, kind } of list)
    if ((!kinds || kinds.includes(kind)) && t.text.startsWith(ending, end - ending.length)) {
      // 村 alone is no name, and 北部 in a longer word is not asked here: the ending must leave something before it
      const from = t.start[i]!;
      if (end - ending.length > from || ending.length > 1 || (i > 0 && isNominal(t, i - 1))) return ending.length;
    }
  return 0;
}

/**
 * The noun phrase that ends before token `end`, not before `floor`. Lists (A、B和C) are one phrase; a figure that counts
 * (我市9个集聚区固定资产投资) is a part of it where a noun follows the figure.
 */
export function nounPhraseBefore(t: Tokens, end: number, floor: number, lexicon: Lexicon): Span {
  let from = end;
  while (from > floor) {
    const i = from - 1;
    const k = t.kind[i]!;
    if (from < end && has(k, Class.strong) && isPredicate(t, i, lexicon)) break;
    if (isMark(t, i, '）)')) {
      // 固定资产投资（不含农户）: what stands in brackets belongs to the word before them
      let open = i;
      while (open > floor && !isMark(t, open, '（(')) open--;
      if (!isMark(t, open, '（(') || open === floor || !isNominal(t, open - 1)) break;
      from = open;
      continue;
    }
    if (isNominal(t, i)) {
      from = i;
      if (has(k, Class.deictic) && !isOneOf(t, i - 1, ['的'])) break; // 我市, 全省 begin their phrase
      continue;
    }
    if (from === end) break; // what follows needs a noun behind it
    if (isWord(t, i, '的') && i > floor && (isNominal(t, i - 1) || has(t.kind[i - 1]!, Kind.figure))) {
      from = i;
      continue;
    }
    if (isWord(t, i, '等') && i > floor && isNominal(t, i - 1)) {
      from = i;
      continue;
    }
    if (isMark(t, i, '、') && i > floor && isNominal(t, i - 1) && !partHasFigure(t, i, floor)) {
      from = i;
      continue;
    }
    if (isOneOf(t, i, JOINERS) && i > floor && isNominal(t, i - 1)) {
      from = i;
      continue;
    }
    if (has(k, Kind.figure) && !isMark(t, from, '、，') && isNominal(t, from) && !has(t.kind[from]!, Class.head)) {
      from = i;
      continue;
    }
    break;
  }
  // marks that were opened outside belong outside
  while (
    from < end &&
    (isMark(t, from, '”’）)》」』·、') || isWord(t, from, '的') || isOneOf(t, from, JOINERS) || isWord(t, from, '等'))
  )
    from++;
  let to = end;
  while (to > from && isMark(t, to - 1, '“‘（(《「『')) to--;
  return { from, to };
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
    if (has(k, Kind.punctuation)) {
      if (isMark(t, to, '“”‘’《》「」『』·') || (to > from && isMark(t, to, '（('))) {
        if (isMark(t, to, '（(')) {
          let close = to + 1;
          while (close < ceiling && !isMark(t, close, '）)')) close++;
          if (close >= ceiling) break;
          to = close + 1;
          continue;
        }
        to++;
        continue;
      }
      if (
        to > from &&
        isMark(t, to, '、') &&
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
      if (to > from && has(k, Class.strong) && isItemsVerb(t, from, to, ceiling)) break;
      to++;
      continue;
    }
    if (
      to > from &&
      isOneOf(t, to, ['和', '及', '以及']) &&
      to + 1 < ceiling &&
      isNominal(t, to + 1) &&
      !hasFigureSoon(t, to + 1, ceiling)
    ) {
      to++;
      continue;
    }
    break;
  }
  while (to > from && isMark(t, to - 1, '“‘（(《「『·')) to--;
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
function isItemsVerb(t: Tokens, from: number, verb: number, ceiling: number): boolean {
  const next = verb + 1;
  if (has(t.kind[verb]!, Class.modifier | Class.head)) return next < ceiling && has(t.kind[next]!, Kind.figure);
  if (next >= ceiling || isWord(t, next, '了') || has(t.kind[next]!, Kind.figure | Kind.time | Kind.punctuation))
    return true;
  if (/[人员工生童众民师者客手表兵警友]$/.test(t.text.slice(t.start[from], t.end[verb - 1]))) return true;
  let to = next;
  while (to < ceiling && isNominal(t, to) && !has(t.kind[to]!, Kind.punctuation)) to++;
  return to === next || !NAME_ENDING.test(t.text.slice(t.start[next], t.end[to - 1]));
}

/** Endings of things that have a verb in their name. */
const NAME_ENDING =
  /(工程|项目|活动|机构|中心|基地|企业|公司|人员|职工|选手|儿童|老人|妇女|学生|群众|农民|居民|工人|干部|教师|员工|家庭|村民|市民|设施|设备|系统|体系|平台|产品|方案|计划|措施|服务|技术|专业|课程|岗位|资金|政策|标准|站|厂|线|区|园|院|机|车|船|馆|所|点|室|场|队|池|库|塔|桥|路|网|品|件|业|商|书|券|证|卡|器)$/;

const HEAD_ENDINGS = '率额量值价费款税数金度比';

/** Whether a noun phrase ends on a measure: a known head, or an unknown word on an ending that measures have (签约率). */
export function endsOnHead(t: Tokens, s: Span): boolean {
  if (s.to <= s.from) return false;
  let last = s.to - 1;
  if (isMark(t, last, '）)')) {
    while (last > s.from && !isMark(t, last, '（(')) last--;
    last--;
    if (last < s.from) return false;
  }
  if (isMark(t, last, '”’》')) return false;
  if (has(t.kind[last]!, Class.head)) return true;
  if (!has(t.kind[last]!, Kind.unknown | Class.noun) || !HEAD_ENDINGS.includes(t.text[t.end[last]! - 1]!)) return false;
  return (
    t.end[last]! - t.start[last]! >= 2 || (last > s.from && isNominal(t, last - 1) && t.end[last - 1] === t.start[last])
  );
}

export interface MeasureSplit {
  /** Who has the measure: 全市产业集聚区 of 全市产业集聚区建成面积. Empty where none stands there. */
  entity: Span;
  /** Modifiers and head: 建成面积. Empty where the phrase ends on no measure. */
  measure: Span;
}

/** Cuts a noun phrase into the entity that stands first and the measure that ends it. */
export function splitMeasure(t: Tokens, s: Span, lexicon: Lexicon): MeasureSplit {
  if (!endsOnHead(t, s)) return { entity: s, measure: { from: s.to, to: s.to } };
  let from = s.to - 1;
  if (isMark(t, from, '）)')) {
    while (from > s.from && !isMark(t, from, '（(')) from--;
    from--;
  }
  while (from > s.from) {
    const i = from - 1;
    const k = t.kind[i]!;
    if (isWord(t, i, '的')) {
      // X的Y: the owner stands before 的, unless a measure does (投资的完成率)
      return { entity: { from: s.from, to: i }, measure: { from, to: s.to } };
    }
    if (has(k, Class.deictic | Kind.figure)) break;
    if (isMark(t, i, '、') || isOneOf(t, i, JOINERS)) {
      const before = { from: s.from, to: i };
      if (endsOnHead(t, before) || has(t.kind[i - 1]!, Class.modifier | Class.weak | Kind.unknown)) {
        from = i;
        continue;
      }
      break;
    }
    if (isMark(t, i, '）)')) {
      while (from > s.from && !isMark(t, from, '（(')) from--;
      continue;
    }
    if (ownsMeasures(t, i) || (i > s.from && isOneOf(t, i - 1, DETERMINERS))) break;
    if (has(k, Class.modifier | Class.head | Class.weak)) {
      from = i;
      continue;
    }
    if (from === s.to - 1 && (isVerb(t.kind[from]!) || EXTENT.test(plainWord(t, from))) && !has(k, Class.weak)) break; // 兴隆纺织|投资: a name before a measure that is as well its verb
    if (entityLength(t, i, lexicon, ['place', 'body', 'project', 'person']) > 0 && !isPerHead(t, s.from, i)) break;
    from = i; // an unknown word before a measure: what it is a measure of (怀药|产值)
  }
  while (from < s.to && (isMark(t, from, '、”）') || isOneOf(t, from, JOINERS))) from++;
  return { entity: trim(t, { from: s.from, to: from }), measure: { from, to: s.to } };
}

/** 人均公园绿地面积: what stands behind 人均 is measured, it has nothing. */
function isPerHead(t: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (isOneOf(t, i, ['人均', '户均', '平均', '亩均', '年均', '日均', '月均'])) return true;
  return false;
}

/** 本届|车展|成交量: the noun behind one of these is who has the measure. */
const DETERMINERS = ['本届', '本次', '此次', '该', '这', '这台', '这个', '这家', '这座', '这条', '该型', '该款'];

/** Measures of one thing's extent: what stands before them is the thing (绿色债券|期限, 盾构机|直径). */
const EXTENT =
  /^(长|宽|高|深|重|厚|全长|总长|总重|直径|口径|海拔|身高|体重|期限|工期|会期|学制|时速|最高时速|期|锁定期|车程|主跨|年龄|平均年龄)$/;

/** Words for bodies and works that have measures of their own: 项目|总投资, 民营企业|进出口. */
function ownsMeasures(t: Tokens, i: number): boolean {
  const w = plainWord(t, i);
  return w.length >= 2 && /(企业|项目|工程|公司|机构|园区|集团)$/.test(w);
}

/** Without the joints at its ends. */
export function trim(t: Tokens, s: Span): Span {
  let { from, to } = s;
  while (
    from < to &&
    (isMark(t, from, '、，：”’）)·') || isWord(t, from, '的') || isWord(t, from, '等') || isOneOf(t, from, JOINERS))
  )
    from++;
  while (to > from && (isMark(t, to - 1, '、，：“‘（(·') || isWord(t, to - 1, '的') || isOneOf(t, to - 1, JOINERS)))
    to--;
  return { from, to };
}

/** Words that say nothing of the measure between it and its figure. */
export const isConnector = (t: Tokens, i: number): boolean => {
  const k = t.kind[i]!;
  if (has(k, Class.share) || (has(k, Class.strong) && has(k, STATUS))) return false;
  if (has(k, Class.adverb | Class.reach | Class.basis | STATUS | Class.actual | Kind.time))
    return !has(k, CHANGE) || has(k, Class.reach | Class.basis);
  return isOneOf(t, i, ['了', '着', '过', '起', '出', '共同']);
};

export const isVerb = (k: number): boolean => has(k, VERB);
