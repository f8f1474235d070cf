import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { endsOnHead, splitMeasure } from './measure.ts';
import { entityLength, isGoverned, isNominal, isPredicate } from './nominal.ts';
import { noteOwner } from './owner.ts';
import {
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DE,
  DENG,
  HAVING,
  JOINERS,
  LE,
  LIST_COMMA,
  OPEN_BRACKET,
  TOWARDS,
} from './particles.ts';
import { nounPhraseBefore } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import {
  CHANGE,
  clauseStart,
  has,
  isCharacter,
  isConnector,
  isEmpty,
  isOneOf,
  isVerb,
  NONE,
  type Span,
  trim,
} from './view.ts';

const OPEN_QUOTE = marksOf('“‘');
const PROPORTION = words('比重', '比例', '份额');
const COMPARES = words('比', '较', '相比');
const OUTDOES = words('快于', '慢于', '高于', '低于', '高出', '多于', '少于', '优于', '超过');
const OBJECT_MARK = words('对', '为', '给', '把', '将');
const SHARES = words('占比', '占比为', '占比达', '占比约');
const CAUSES = words('使', '让', '令');
const ASPECT_OR_ALL = words('了', '着', '过', '起', '全部', '所有', '整个');

const PER_HEAD = words(...phraseWords().perHead);
const FROM = words('由', '从', '自', '在');
const TO = words('到'); // 时速能|到|300公里
const FORMER = words(
  '原来',
  '原先',
  '过去',
  '此前',
  '最初',
  '当初',
  '原',
  '目前',
  '现在',
  '如今',
  '当时',
  '一年前',
  '两年前',
  '三年前',
  '四年前',
  '五年前',
  '十年前',
  '多年前',
  '几年前',
);

/** Where 每吨, 每平方米 straight before a figure begins, -1 for none. */
function eachFrom(t: Tokens, at: number, floor: number): number {
  for (let i = at - 1; i >= floor && i >= at - 3; i--) {
    const k = t.kind[i]!;
    if (has(k, Kind.punctuation | Kind.figure)) return -1;
    if (has(k, Class.strong) && !has(k, CHANGE) && !isOneOf(t, i, SELLS)) return -1; // 每人|获得|5000元, but 每箱能|卖到|98元
    if (i < at - 1 && has(t.kind[i + 1]!, Class.head) && !has(t.kind[i + 1]!, CHANGE | Class.reach)) return -1; // 每辆|价格|46万元
    if (
      (t.text.charCodeAt(t.start[i]!) === EACH || isOfGoods(t, i)) &&
      !has(k, Class.head) &&
      t.end[at - 1]! - t.start[i]! <= 5
    )
      return i;
  }
  return -1;
}

/** 一斤|卖1.6元, of which dropBases has made a word: 一 and a measure of goods. */
const isOfGoods = (t: Tokens, i: number): boolean =>
  t.kind[i] === Class.adverb &&
  t.text.charCodeAt(t.start[i]!) === ONE &&
  isCharacter('斤亩公吨箱', t.text.charCodeAt(t.start[i]! + 1));

/** 每人, 每月: an amount for a person or a time is no price. */
const isPerPerson = (t: Tokens, each: number): boolean =>
  isCharacter(PERSONS_AND_TIMES, t.text.charCodeAt(t.start[each]! + 1));

export const SELLS = words('卖', '卖到', '卖出', '售', '卖得');
const PERSONS_AND_TIMES = '人户名位月年天日周季次';

/** 每公斤: 每 and a word of up to four characters. */
function isEachUnit(t: Tokens, s: Span): boolean {
  if (isEmpty(s) || t.source.charCodeAt(t.start[s.from]!) !== EACH) return false;
  const length = t.end[s.to - 1]! - t.start[s.from]!;
  return length >= 2 && length <= 5;
}

const ONE = '一'.charCodeAt(0);
const EACH = '每'.charCodeAt(0);

/** 占 before a ratio and its whole, which may hold verbs and times (占|募集总额|的86%); -1 for none. */
function shareBefore(t: Tokens, r: Reading): number {
  if (r.quantity.dimension !== 'ratio' || !isOneOf(t, r.at - 1, DE)) return -1;
  if (has(t.kind[r.at - 2] ?? 0, Kind.time) || isOneOf(t, r.at - 2, FORMER)) return -1; // 占比由2015年|的45.2%
  for (let i = r.at - 2; i >= r.from && !has(t.kind[i]!, Kind.figure); i--) {
    if (isOneOf(t, i, FROM)) return -1;
    if (has(t.kind[i]!, Class.share)) return i;
  }
  return -1;
}

/** 减少|二氧化碳|排放: the verb that ends the object of another one; 完成|人工|造林 is done itself. */
function isObjectsEnd(t: Tokens, i: number, floor: number): boolean {
  if (i <= floor || !has(t.kind[i]!, Class.weak) || isVerb(t.kind[i - 1]!) || !isGoverned(t, i)) return false;
  for (let k = i - 1; k >= floor; k--) if (isOneOf(t, k, LIGHT)) return false;
  return true;
}

/** 出动一辆救援车|和|7名官兵: the figure goes on a list of things with the verb before them. */
function goesOn(t: Tokens, r: Reading, joint: number, lexicon: Lexicon): boolean {
  const thing = nounPhraseBefore(t, joint, r.from, lexicon);
  let left = thing.from - 1;
  const done = isOneOf(t, left, LE);
  while (left >= r.from && (isOneOf(t, left, ASPECT_OR_ALL) || isOneOf(t, left, OPEN_QUOTE))) left--; // 解决|了|21.6万居民和1.4万师生的饮水问题
  if (thing.to <= thing.from || left < r.from) return false;
  if (!has(t.kind[left]!, Class.strong) || (has(t.kind[left]!, Class.weak) && !done)) return false;
  if (isOneOf(t, left, HAVING)) r.having = left;
  else r.verb = left;
  noteOwner(t, r, left - 1, r.from, lexicon);
  return true;
}

/** 较 or 比 that opens what the change before token `change` is compared with, -1 for none: nothing but words between. */
function comparedFrom(t: Tokens, change: number, floor: number): number {
  for (let i = change - 1; i >= floor; i--) {
    if (has(t.kind[i]!, Kind.figure | Kind.punctuation)) return -1;
    if (isOneOf(t, i, COMPARES)) return has(t.kind[i + 1]!, Kind.time) ? -1 : i;
  }
  return -1;
}

export const saysNothing = (r: Reading): boolean =>
  isEmpty(r.noun) && r.verb < 0 && r.change < 0 && r.share < 0 && r.continues < 0 && r.follows < 0;

/** 成交均价最高，|为23400元: the measure opens the clause before, which has no figure. */
export function borrowMeasure(t: Tokens, r: Reading, lexicon: Lexicon): void {
  const mark = r.from - 1;
  if (!isOneOf(t, mark, COMMA)) return;
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

/** Verbs that say nothing of their own between a measure and its figure. */
export const LIGHT = words(
  '完成',
  '实现',
  '取得',
  '创造',
  '到位',
  '录得',
  '收获',
  '贡献',
  '突破',
  '获得',
  '形成',
  '新增',
);
const UP_TO = words('到', '至', '于', '往');
/** A verb before 到 and a count: who does it gets there, and its noun, where it has one (出口, 投资), is not meant. */
function reachesPlaces(t: Tokens, r: Reading, verb: number): boolean {
  const counted = ['count', 'people', 'households'].includes(r.quantity.dimension);
  return counted && has(t.kind[verb]!, Class.strong) && !has(t.kind[verb]!, CHANGE | Class.reach);
}

/** What stands left of a figure in its clause: its predicate, its noun phrase cut in owner and measure, what it is compared with. */
export function readLeft(t: Tokens, r: Reading, previousIndex: number, lexicon: Lexicon): void {
  let i = r.at - 1;
  const floor = r.from;
  if (isOneOf(t, i, COLON) && i > floor) {
    let end = i; // 总投资：|25亿元, 财政收入（亿元）：|3.5
    if (isOneOf(t, end - 1, CLOSE_BRACKET)) while (end > floor && !isOneOf(t, end, OPEN_BRACKET)) end--;
    noteNoun(t, r, end, floor, lexicon);
    if (!isEmpty(r.measure)) {
      r.subject = r.entity;
      return;
    }
  }
  for (let each = eachFrom(t, r.at, floor); each >= 0; each = eachFrom(t, each, floor)) {
    r.each ||= !isPerPerson(t, each); // 均价为|每公斤|4.86元, but |每人|每月|获得500元
    i = each - 1;
  }
  const part = shareBefore(t, r);
  if (part >= 0) {
    r.share = part;
    r.ofWhole = true;
    r.whole = trim(t, { from: part + 1, to: r.at - 1 });
    noteOwner(t, r, part - 1, floor, lexicon);
    return;
  }
  if (i >= floor && (isOneOf(t, i, LIST_COMMA) || isOneOf(t, i, JOINERS)) && goesOn(t, r, i, lexicon)) return;
  if (isOneOf(t, i, UP_TO) && i > floor && reachesPlaces(t, r, i - 1)) i--; // 产品已|出口|到|42个国家
  for (let round = 0; round < 4; round++) {
    while (i >= floor && isConnector(t, i)) {
      if (has(t.kind[i]!, Class.basis)) r.basis = i;
      if (isOneOf(t, i, HAVING)) r.having = i;
      i--;
    }
    if (isOneOf(t, i, OPEN_QUOTE) && has(t.kind[i + 1]!, Kind.time)) i--; // 由“|十二五末|的43.2%
    if (i < floor) return;
    const k = t.kind[i]!;
    if (isOneOf(t, i, CLOSE_BRACKET) && i === r.at - 1) {
      while (i > floor && !isOneOf(t, i, OPEN_BRACKET)) i--; // 增长（%）2.9
      if (!isNominal(t, i - 1) || has(t.kind[i - 1]!, CHANGE)) {
        i--;
        continue;
      }
      i = r.at - 1;
    }
    if (isOneOf(t, i, DE) && i === r.at - 1) {
      i--;
      if (i >= floor && (has(t.kind[i]!, Kind.time) || isOneOf(t, i, FORMER))) continue; // 2015年的|8760元
      r.ofWhole = true;
      continue;
    }
    if (isOneOf(t, i, DENG) && i === r.at - 1) {
      i = nounPhraseBefore(t, i, floor, lexicon).from - 1; // 电子家电、工业制造|等|5大板块: examples
      continue;
    }
    if (
      isOneOf(t, i, FROM) ||
      isOneOf(t, i, FORMER) ||
      (i === r.at - 1 && isOneOf(t, i, TO) && has(t.kind[i - 1] ?? 0, Class.adverb))
    ) {
      i--; // 由|11家, 由|原来的45个
      continue;
    }
    if (has(k, Kind.figure)) {
      // 投资10亿元以上|的9个项目: the figure before says which ones, and is no earlier state
      if (!r.ofWhole || r.quantity.dimension === 'ratio') r.continues = previousIndex;
      else r.ofWhole = false;
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
      if (isOneOf(t, i + 1, SHARES) || r.share === r.at - 1) {
        noteNoun(t, r, i + 1, floor, lexicon);
        if (isEmpty(r.noun)) return;
        break;
      }
      continue;
    }
    if ((!has(k, Class.head) || isOneOf(t, i + 1, UP_TO)) && has(k, Class.strong) && !isObjectsEnd(t, i, floor)) {
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
    if (!isNominal(t, i) || (isOneOf(t, i + 1, LE) && !has(k, Class.head))) {
      if (isVerb(k) || isOneOf(t, i + 1, LE)) r.verb = i; // 又|投|了15万元: what 了 stands behind is a verb
      break;
    }
    noteNoun(t, r, i + 1, floor, lexicon);
    if (isEmpty(r.measure) && !r.each && isEachUnit(t, r.noun)) {
      r.each ||= !isPerPerson(t, r.noun.from); // 均价为|每公斤|4.86元
      i = r.noun.from - 1;
      r.noun = NONE;
      r.entity = NONE;
      r.measure = NONE;
      continue;
    }
    let left = r.noun.from - 1;
    while (left >= floor && (isOneOf(t, left, ASPECT_OR_ALL) || (has(t.kind[left]!, Kind.time) && r.ofWhole))) left--;
    if (left >= floor && isOneOf(t, left, HAVING)) r.having = left;
    if (left >= floor) {
      const lk = t.kind[left]!;
      if (has(lk, Class.share)) {
        r.share = left;
        r.whole = isOneOf(t, r.noun.to - 1, PROPORTION) ? trim(t, { from: r.noun.from, to: r.noun.to - 1 }) : r.noun;
        i = left - 1;
        r.noun = NONE;
        noteOwner(t, r, i, floor, lexicon);
        return;
      }
      if (has(lk, Class.compare) || isOneOf(t, left, OUTDOES)) {
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
      } else if (isOneOf(t, left, TOWARDS) && !isEmpty(r.measure)) {
        // 内需|对经济增长的贡献率: the phrase belongs to the measure
        r.noun = { from: left, to: r.noun.to };
        r.measure = r.noun;
        r.entity = NONE;
      } else if (isOneOf(t, left, OBJECT_MARK)) {
        // 对|老城区60千米的管网进行了改造: the place stands before the figure, the verb at the clause's end
        r.place = trim(t, r.noun);
        r.noun = NONE;
        r.lateVerb = true;
        noteOwner(t, r, left - 1, floor, lexicon);
        return;
      } else if (isOneOf(t, left, CAUSES)) {
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
  const per = r.noun.from - 1;
  if (isEmpty(r.noun) || per < floor || !isOneOf(t, per, PER_HEAD) || isEmpty(r.measure)) return;
  r.noun = { from: per, to: r.noun.to }; // 门诊|次均|费用, 人均|公园绿地面积: what stands behind it has nothing
  r.measure = r.noun;
  r.entity = NONE;
}
