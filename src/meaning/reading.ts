import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import {
  endsOnHead,
  entityLength,
  has,
  isConnector,
  isMark,
  isNominal,
  isOneOf,
  isPredicate,
  isVerb,
  nounPhraseAfter,
  nounPhraseBefore,
  type Span,
  spanText,
  splitMeasure,
  trim,
} from './phrases.ts';
import type { Tokens } from './tokens.ts';

const CHANGE = Class.up | Class.down;
const NONE: Span = { from: 0, to: 0 };
export const isEmpty = (s: Span): boolean => s.to <= s.from;

/** What stands around one figure in its clause, before any field is decided. Token indexes; -1 for what is not there. */
export interface Reading {
  quantity: Quantity;
  /** The figure's token. */
  at: number;
  /** Its clause. */
  from: number;
  to: number;
  /** First token behind the figure before it, or the clause's first. */
  nearest: number;
  /** The figure stands in a list right behind another (7.8%、9.2%和3%): index of that one's reading, else -1. */
  follows: number;
  /** It goes on from the figure before it in its clause (由11家增加到20家): index of that one's reading, else -1. */
  continues: number;
  /** 增长, 下降 before the figure. */
  change: number;
  /** 同比, 比上年. */
  basis: number;
  /** 占 before the figure or before the whole. */
  share: number;
  /** The whole of a share, what a comparison compares with. */
  whole: Span;
  compared: Span;
  /** 的 stands before the figure: 全省的30%. */
  ofWhole: boolean;
  /** The predicate: 建成 in 建成道路660公里. */
  verb: number;
  /** The noun phrase before the figure, cut in owner and measure. */
  noun: Span;
  entity: Span;
  measure: Span;
  /** Who acts or has, where the clause says. */
  subject: Span;
  /** A place that a preposition brought (在武陟县): second best as a subject. */
  place: Span;
  /** The noun phrase behind the figure, and whether 的 links it. */
  after: Span;
  de: boolean;
  /** The predicate behind the figure and its noun: 入住 in 310户群众将入住. */
  action: number;
  /** 对… stands before the figure: the predicate comes at the clause's end. */
  lateVerb: boolean;
  /** 有, 共有, 现有 before the figure or its noun. */
  having: number;
  /** 每吨, 每平方米 stands before the figure. */
  each: boolean;
}

/** Start of the clause that token `at` stands in. */
export function clauseStart(t: Tokens, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (!has(t.kind[i]!, Kind.punctuation)) continue;
    if (isMark(t, i, '）)')) depth++;
    else if (isMark(t, i, '（(')) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && isMark(t, i, '，。；：！？—…,;:!?【】|')) return i + 1;
  }
  return 0;
}

export function clauseEnd(t: Tokens, at: number): number {
  let depth = 0;
  for (let i = at + 1; i < t.count; i++) {
    if (!has(t.kind[i]!, Kind.punctuation)) continue;
    if (isMark(t, i, '（(')) depth++;
    else if (isMark(t, i, '）)')) {
      if (depth === 0) return i;
      depth--;
    } else if (depth === 0 && isMark(t, i, '，。；：！？—…,;:!?【】|')) return i;
  }
  return t.count;
}

/** Reads the figures of one sentence. */
export function readSentence(t: Tokens, quantities: readonly Quantity[], lexicon: Lexicon): Reading[] {
  const readings: Reading[] = [];
  for (let at = 0; at < t.count; at++) {
    if (!has(t.kind[at]!, Kind.figure)) continue;
    const previous = readings.at(-1);
    readings.push(readFigure(t, at, quantities[t.value[at]!]!, previous, readings.length - 1, lexicon));
  }
  return readings;
}

function readFigure(
  t: Tokens,
  at: number,
  quantity: Quantity,
  previous: Reading | undefined,
  previousIndex: number,
  lexicon: Lexicon,
): Reading {
  const from = clauseStart(t, at);
  const to = clauseEnd(t, at);
  const r: Reading = {
    quantity,
    at,
    from,
    to,
    nearest: previous && previous.at >= from ? previous.at + 1 : from,
    follows: -1,
    continues: -1,
    change: -1,
    basis: -1,
    share: -1,
    whole: NONE,
    compared: NONE,
    ofWhole: false,
    verb: -1,
    noun: NONE,
    entity: NONE,
    measure: NONE,
    subject: NONE,
    place: NONE,
    after: NONE,
    de: false,
    action: -1,
    each: false,
    having: -1,
    lateVerb: false,
  };
  if (previous && previous.at < at && isList(t, previous.at, at)) r.follows = previousIndex;
  readLeft(t, r, previousIndex, lexicon);
  readRight(t, r);
  if (saysNothing(r) && at > from && has(t.kind[at - 1]!, Class.reach)) borrowMeasure(t, r, lexicon);
  if (quantity.dimension === 'number' && r.de && isMoney(t, r.after, lexicon)) r.quantity = asMoney(quantity);
  return r;
}

/** Where 每吨, 每平方米 straight before a figure begins, -1 for none. */
function eachFrom(t: Tokens, at: number, floor: number): number {
  for (let i = at - 1; i >= floor && i >= at - 3; i--) {
    if (has(t.kind[i]!, Kind.punctuation | Kind.figure)) return -1;
    if (t.text[t.start[i]!] === '每' && t.end[at - 1]! - t.start[i]! <= 5) return i;
  }
  return -1;
}

/** 较 or 比 that opens what the change before token `change` is compared with, -1 for none: nothing but words between. */
function comparedFrom(t: Tokens, change: number, floor: number): number {
  for (let i = change - 1; i >= floor; i--) {
    if (has(t.kind[i]!, Kind.figure | Kind.punctuation)) return -1;
    if (isOneOf(t, i, ['比', '较', '相比'])) return has(t.kind[i + 1]!, Kind.time) ? -1 : i;
  }
  return -1;
}

const saysNothing = (r: Reading): boolean =>
  isEmpty(r.noun) && r.verb < 0 && r.change < 0 && r.share < 0 && r.continues < 0 && r.follows < 0;

/** 成交均价最高，|为23400元: the measure opens the clause before, which has no figure. */
function borrowMeasure(t: Tokens, r: Reading, lexicon: Lexicon): void {
  const mark = r.from - 1;
  if (!isMark(t, mark, '，')) return;
  const start = clauseStart(t, mark);
  let to = start;
  while (to < mark && has(t.kind[to]!, Class.adverb | Kind.time)) to++;
  const from = to;
  while (to < mark && isNominal(t, to)) to++;
  for (let i = to; i < mark; i++) if (has(t.kind[i]!, Kind.figure)) return;
  while (to > from && !endsOnHead(t, { from, to })) to--;
  if (to === from) return;
  noteNoun(t, r, to, from, lexicon);
  if (isEmpty(r.subject)) r.subject = trim(t, r.entity);
}

/** 400的助学金: a bare number before a noun of money is yuan. */
function isMoney(t: Tokens, s: Span, lexicon: Lexicon): boolean {
  const last = s.to - 1;
  if (isEmpty(s) || !has(t.kind[last]!, Class.head) || t.value[last]! < 0) return false;
  return ['money', 'investment'].includes(lexicon.headGroup[t.value[last]!]!);
}

const asMoney = (q: Quantity): Quantity => ({
  ...q,
  dimension: 'money',
  unit: '元',
  unitCode: 'CNY',
  canonical: typeof q.value === 'number' ? { value: q.value, unit: 'CNY' } : null,
  rule: `${q.rule}+money-noun`,
});

/** Nothing but 、和及 (or a comma in a list of like figures) between two figures. */
function isList(t: Tokens, a: number, b: number): boolean {
  if (b - a > 3) return false;
  for (let i = a + 1; i < b; i++)
    if (!isMark(t, i, '、，') && !isOneOf(t, i, ['和', '与', '及', '以及', '或'])) return false;
  return b - a > 1;
}

/** Verbs that say nothing of their own between a measure and its figure. */
export const LIGHT = ['完成', '实现', '取得', '创造', '到位', '录得', '收获', '贡献', '突破', '获得', '形成', '新增'];
const HAVING = ['有', '共有', '现有', '已有', '拥有', '设有', '建有', '尚有', '还有', '共设', '共拥有'];
const FROM = ['由', '从', '自', '在'];
const FORMER = ['原来', '原先', '过去', '此前', '最初', '当初', '原', '目前', '现在', '如今', '当时'];

function readLeft(t: Tokens, r: Reading, previousIndex: number, lexicon: Lexicon): void {
  let i = r.at - 1;
  const floor = r.from;
  const each = eachFrom(t, r.at, floor);
  if (each >= 0) {
    r.each = true; // 均价为|每公斤|4.86元
    i = each - 1;
  }
  for (let round = 0; round < 4; round++) {
    while (i >= floor && isConnector(t, i)) {
      if (has(t.kind[i]!, Class.basis)) r.basis = i;
      if (isOneOf(t, i, HAVING)) r.having = i;
      i--;
    }
    if (i < floor) return;
    const k = t.kind[i]!;
    if (isMark(t, i, '）)') && i === r.at - 1) {
      while (i > floor && !isMark(t, i, '（(')) i--; // 增长（%）2.9
      if (!isNominal(t, i - 1) || has(t.kind[i - 1]!, CHANGE)) {
        i--;
        continue;
      }
      i = r.at - 1;
    }
    if (isOneOf(t, i, ['的']) && i === r.at - 1) {
      i--;
      if (i >= floor && (has(t.kind[i]!, Kind.time) || isOneOf(t, i, FORMER))) continue; // 2015年的|8760元
      r.ofWhole = true;
      continue;
    }
    if (isOneOf(t, i, ['等']) && i === r.at - 1) {
      i = nounPhraseBefore(t, i, floor, lexicon).from - 1; // 电子家电、工业制造|等|5大板块: examples
      continue;
    }
    if (isOneOf(t, i, FROM) || isOneOf(t, i, FORMER)) {
      i--; // 由|11家, 由|原来的45个
      continue;
    }
    if (has(k, Kind.figure)) {
      r.continues = previousIndex;
      return;
    }
    if (has(k, CHANGE) && !has(k, Class.head) && r.change < 0) {
      r.change = i;
      const than = comparedFrom(t, i, floor);
      if (than >= 0) {
        r.compared = { from: than + 1, to: i }; // 运行时间|较|普通班列|压缩30%
        i = than;
      }
      i--;
      continue;
    }
    if (has(k, Class.compare | Class.basis)) {
      i--; // 比|上年四季度 加快, 由|上年全年 下降
      continue;
    }
    if (has(k, Class.share)) {
      r.share = i;
      i--;
      if (isOneOf(t, i + 1, ['占比', '占比为', '占比达', '占比约']) || r.share === r.at - 1) {
        noteNoun(t, r, i + 1, floor, lexicon);
        if (isEmpty(r.noun)) return;
        break;
      }
      continue;
    }
    if (!has(k, Class.head) && has(k, Class.strong)) {
      r.verb = i;
      if (isOneOf(t, i, LIGHT)) {
        // 增加值|完成|486亿元: the measure stands before a verb that says nothing of its own
        let m = i - 1;
        while (m >= floor && isConnector(t, m)) m--;
        if (m >= floor && isNominal(t, m)) {
          noteNoun(t, r, m + 1, floor, lexicon);
          if (!isEmpty(r.measure)) r.verb = -1;
          else r.noun = NONE;
        }
      }
      break;
    }
    if (!isNominal(t, i)) {
      if (isVerb(k)) r.verb = i;
      break;
    }
    noteNoun(t, r, i + 1, floor, lexicon);
    if (/^每.{1,4}$/.test(spanText(t, r.noun)) && !r.each) {
      r.each = true; // 均价为|每公斤|4.86元
      i = r.noun.from - 1;
      r.noun = NONE;
      r.entity = NONE;
      r.measure = NONE;
      continue;
    }
    let left = r.noun.from - 1;
    while (
      left >= floor &&
      (isOneOf(t, left, ['了', '着', '过', '起', '全部', '所有', '整个']) ||
        (has(t.kind[left]!, Kind.time) && r.ofWhole))
    )
      left--;
    if (left >= floor && isOneOf(t, left, HAVING)) r.having = left;
    if (left >= floor) {
      const lk = t.kind[left]!;
      if (has(lk, Class.share)) {
        r.share = left;
        r.whole = isOneOf(t, r.noun.to - 1, ['比重', '比例', '份额'])
          ? trim(t, { from: r.noun.from, to: r.noun.to - 1 })
          : r.noun;
        i = left - 1;
        r.noun = NONE;
        noteOwner(t, r, i, floor, lexicon);
        return;
      }
      if (
        has(lk, Class.compare) ||
        isOneOf(t, left, ['快于', '慢于', '高于', '低于', '高出', '多于', '少于', '优于', '超过'])
      ) {
        r.compared = r.noun;
        if (r.change < 0 && has(lk, CHANGE)) r.change = left;
        r.noun = NONE;
        r.entity = NONE;
        r.measure = NONE;
        i = left - 1;
        continue;
      }
      if (has(lk, CHANGE) || (isVerb(lk) && has(lk, Class.strong) && isPredicate(t, left, lexicon))) {
        r.verb = left;
        if (
          !isEmpty(r.measure) &&
          !isEmpty(r.entity) &&
          !has(t.kind[r.entity.from]!, Class.deictic | Kind.figure) &&
          entityLength(t, r.entity.to - 1, lexicon) === 0
        ) {
          r.measure = r.noun; // 发放|创业担保贷款: an object has no owner in it
          r.entity = NONE;
        }
      } else if (isOneOf(t, left, ['对']) && !isEmpty(r.measure)) {
        // 内需|对经济增长的贡献率: the phrase belongs to the measure
        r.noun = { from: left, to: r.noun.to };
        r.measure = r.noun;
        r.entity = NONE;
      } else if (isOneOf(t, left, ['对', '为', '给', '把', '将'])) {
        // 对|老城区60千米的管网进行了改造: the place stands before the figure, the verb at the clause's end
        r.place = trim(t, r.noun);
        r.noun = NONE;
        r.lateVerb = true;
        noteOwner(t, r, left - 1, floor, lexicon);
        return;
      } else if (isOneOf(t, left, ['使', '让', '令'])) {
        // 把X提高到Q: the object stands first, the subject before 把
        noteOwner(t, r, left - 1, floor, lexicon);
        return;
      }
    }
    break;
  }
  const first = r.verb >= 0 ? r.verb : isEmpty(r.noun) ? i + 1 : r.noun.from;
  if (r.verb >= 0 || isEmpty(r.entity) || isEmpty(r.measure)) noteOwner(t, r, first - 1, floor, lexicon);
  else r.subject = r.entity;
}

function noteNoun(t: Tokens, r: Reading, end: number, floor: number, lexicon: Lexicon): void {
  r.noun = nounPhraseBefore(t, end, floor, lexicon);
  const split = splitMeasure(t, r.noun, lexicon);
  r.measure = split.measure;
  r.entity = isEmpty(split.measure) ? NONE : split.entity;
}

/** Who acts or has: the noun phrase before the predicate or measure, past adverbs, times and phrases that a preposition opens. */
function noteOwner(t: Tokens, r: Reading, last: number, floor: number, lexicon: Lexicon): void {
  let i = last;
  for (let round = 0; round < 4 && i >= floor; round++) {
    while (
      i >= floor &&
      (isConnector(t, i) || isOneOf(t, i, ['的', '中', '内', '上', '里']) || has(t.kind[i]!, Class.conjunction))
    )
      i--;
    if (i < floor) return;
    if (!isNominal(t, i)) {
      if (isVerb(t.kind[i]!) || has(t.kind[i]!, Class.preposition)) {
        i--; // 进行|投入, 拟|投资|建设: verbs in a row share their subject
        continue;
      }
      return;
    }
    const s = nounPhraseBefore(t, i + 1, floor, lexicon);
    if (isEmpty(s)) return;
    const left = s.from - 1;
    if (left >= floor && has(t.kind[left]!, Class.preposition)) {
      if (isEmpty(r.place) && isOneOf(t, left, ['在', '从', '由', '给', '向'])) r.place = trim(t, s);
      if (isOneOf(t, left, ['由', '经', '让', '使'])) {
        r.subject = trim(t, s);
        return;
      }
      i = left - 1;
      continue;
    }
    if (left >= floor && isVerb(t.kind[left]!) && !has(t.kind[left]!, Class.pivot)) {
      i = left - 1; // the object of an earlier verb
      continue;
    }
    const split = endsOnHead(t, s) && !entityLength(t, s.to - 1, lexicon) ? splitMeasure(t, s, lexicon) : { entity: s };
    r.subject = trim(t, split.entity);
    return;
  }
}

/** A word that is a verb and no noun of a thing. */
const isBareVerb = (t: Tokens, i: number): boolean =>
  isVerb(t.kind[i]!) && !has(t.kind[i]!, Class.head | Class.noun | Class.modifier);

/** The predicate behind the figure and its noun, past adverbs and phrases (镜头从这里|下线). */
function noteAction(t: Tokens, r: Reading, from: number): void {
  if (!r.lateVerb && r.follows < 0)
    for (let i = r.from; i < r.at && !r.lateVerb; i++)
      r.lateVerb = isOneOf(t, i, ['对']) && isEmpty(r.noun) && r.verb < 0;
  if (r.lateVerb) {
    for (let i = r.to - 1; i >= from; i--)
      if (has(t.kind[i]!, Class.strong) && !isOneOf(t, i, ['进行', '开展', '实施'])) {
        r.action = i;
        return;
      }
  }
  let inPhrase = false;
  for (let i = from; i < r.to && i < from + 7; i++) {
    const k = t.kind[i]!;
    if (has(k, Kind.punctuation | Kind.figure)) return;
    if (has(k, Class.strong) || (has(k, CHANGE) && !has(k, Class.head))) {
      r.action = i;
      return;
    }
    if (has(k, Class.preposition)) inPhrase = true;
    else if (!isConnector(t, i) && !(inPhrase && isNominal(t, i))) return;
  }
}

function readRight(t: Tokens, r: Reading): void {
  let i = r.at + 1;
  if (i < r.to && isOneOf(t, i, ['的', '之'])) {
    r.de = true;
    i++;
  }
  r.after = trim(t, nounPhraseAfter(t, i, r.to));
  if (r.after.to - r.after.from === 1 && r.after.to === r.to && isBareVerb(t, r.after.from)) {
    r.action = r.after.from; // 6人|死亡
    r.after = NONE;
    return;
  }
  noteAction(t, r, isEmpty(r.after) ? i : r.after.to);
  if (!isEmpty(r.after) || i >= r.to) return;
  // 22列|实行全程时刻表的中欧班列: a clause stands between the figure and its noun
  if (r.de || !isVerb(t.kind[i]!)) return;
  for (let k = i + 1; k < r.to; k++) {
    if (has(t.kind[k]!, Kind.figure)) return;
    if (isOneOf(t, k, ['的'])) {
      const s = nounPhraseAfter(t, k + 1, r.to);
      if (!isEmpty(s)) r.after = s;
      return;
    }
  }
}
