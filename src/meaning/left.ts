import { Class } from '../rules/format.ts';
import { words } from './asked.ts';
import { eachFrom, eachWithin, isEachUnit, isPerPerson } from './each.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { ownerIn } from './names.ts';
import { entityLength, isNominal, isPredicate, isStatusNoun } from './nominal.ts';
import { noteNoun } from './note-noun.ts';
import { noteOwner } from './owner.ts';
import {
  CLOSE_BRACKET,
  COLON,
  DE,
  DENG,
  HAVING,
  JOINERS,
  LE,
  LIST_COMMA,
  OPEN_BRACKET,
  TOWARDS,
  WITHIN,
} from './particles.ts';
import { nounPhraseBefore } from './phrases.ts';
import {
  ASPECT_OR_ALL,
  comparedFrom,
  FORMER,
  FROM,
  goesOn,
  isObjectsEnd,
  LIGHT,
  OPEN_QUOTE,
  reachesMeasure,
  reachesPlaces,
  shareBefore,
  UP_TO,
} from './predicate-before.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { CHANGE, has, isConnector, isEmpty, isOneOf, isVerb, NONE, trim } from './view.ts';

const PROPORTION = words('比重', '比例', '份额');
const OUTDOES = words('快于', '慢于', '高于', '低于', '高出', '多于', '少于', '优于', '超过');
const OBJECT_MARK = words('对', '为', '给', '把', '将');
const AFTERWARDS = words('后', '之后', '以后', '前', '之前', '时');
const SAME_TIME = words('同期', '上年同期', '去年同期', '同时期');
const SHARES = words('占比', '占比为', '占比达', '占比约');
const CAUSES = words('使', '让', '令');
const IN_A_ROW = words('连续');
const TO = words('到'); // 时速能|到|300公里

const isRatio = ({ quantity }: Reading): boolean => quantity.dimension === 'ratio' || quantity.dimension === 'multiple';

/** What the figure is a share of stands behind 占; before it who has the share, or the measure that is shared (出口额|占全省的三成). */
function noteShared(t: Tokens, r: Reading, share: number, floor: number, lexicon: Lexicon): void {
  let to = share;
  while (to > floor && isConnector(t, to - 1)) to--;
  noteNoun(t, r, to, floor, lexicon);
  r.noun = NONE;
  if (isEmpty(r.measure)) noteOwner(t, r, share - 1, floor, lexicon);
  else r.subject = r.entity;
}

/** What stands left of a figure in its clause: its predicate, its noun phrase cut in owner and measure, what it is compared with. */
export function readLeft(t: Tokens, r: Reading, previousIndex: number, lexicon: Lexicon): void {
  readBefore(t, r, previousIndex, lexicon);
  if (!isEmpty(r.subject)) r.subject = ownerIn(t, r.subject, lexicon);
}

function readBefore(t: Tokens, r: Reading, previousIndex: number, lexicon: Lexicon): void {
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
    noteShared(t, r, part, floor, lexicon);
    return;
  }
  if (i >= floor && (isOneOf(t, i, LIST_COMMA) || isOneOf(t, i, JOINERS)) && goesOn(t, r, i, lexicon)) return;
  if (isOneOf(t, i, UP_TO) && i > floor && reachesPlaces(t, r, i - 1)) i--; // 产品已|出口|到|42个国家
  if (isOneOf(t, i, LE) && isOneOf(t, i - 1, TO) && i - 2 >= floor) i -= 2; // 订单就|到|了|500台
  if (isOneOf(t, i, UP_TO) && i - 1 > floor && reachesMeasure(t, i - 1)) i -= 2; // 建成区面积|拓展|到|9.6平方公里
  for (let round = 0; round < 4; round++) {
    while (i >= floor && isConnector(t, i) && !(r.ofWhole && isStatusNoun(t, i))) {
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
    if (has(k, Kind.figure) && isOneOf(t, i - 1, IN_A_ROW)) {
      i -= 2; // 粮食总产|连续十四年|保持在|60万吨
      continue;
    }
    if (has(k, Kind.figure)) {
      // 投资10亿元以上|的9个项目: the figure before says which ones, and is no earlier state
      if (!r.ofWhole || r.quantity.dimension === 'ratio') r.continues = previousIndex;
      else r.ofWhole = false;
      return;
    }
    if (isOneOf(t, i, WITHIN) && i > floor && has(t.kind[i - 1]!, Kind.figure)) break; // 340户|中|有210户
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
    const per = eachWithin(t, r.noun);
    if (per > 0) {
      r.each ||= !isPerPerson(t, per); // 青江菜|每公斤|由32元涨到75元
      noteNoun(t, r, per, floor, lexicon);
    }
    if (isEmpty(r.measure) && !r.each && isEachUnit(t, r.noun)) {
      r.each ||= !isPerPerson(t, r.noun.from); // 均价为|每公斤|4.86元
      i = r.noun.from - 1;
      r.noun = NONE;
      r.entity = NONE;
      r.measure = NONE;
      continue;
    }
    if (isOneOf(t, r.noun.to - 1, AFTERWARDS) && r.noun.to - r.noun.from > 1) {
      r.noun = NONE; // 剔除新股后|共有46只: what is told before it is a circumstance
      r.measure = NONE;
      r.entity = NONE;
      return;
    }
    let left = r.noun.from - 1;
    if (isOneOf(t, left, SAME_TIME) && (has(t.kind[left - 1] ?? 0, Class.compare) || isOneOf(t, left - 1, OUTDOES)))
      left--; // 高于|同期|外贸增速
    while (left >= floor && (isOneOf(t, left, ASPECT_OR_ALL) || (has(t.kind[left]!, Kind.time) && r.ofWhole))) left--;
    if (left >= floor && isOneOf(t, left, HAVING)) r.having = left;
    if (left >= floor) {
      const lk = t.kind[left]!;
      if (has(lk, Class.share)) {
        r.share = left;
        r.whole = isOneOf(t, r.noun.to - 1, PROPORTION) ? trim(t, { from: r.noun.from, to: r.noun.to - 1 }) : r.noun;
        r.noun = NONE;
        noteShared(t, r, left, floor, lexicon);
        return;
      }
      if (r.ofWhole && has(lk, Class.reach) && isRatio(r)) {
        r.whole = r.noun; // 人均产值仅|相当于|全省平均水平的|七成
        noteShared(t, r, left, floor, lexicon);
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
  if (r.verb >= 0 && !isEmpty(r.entity) && !isEmpty(r.measure) && has(t.kind[r.entity.from]!, Class.deictic))
    r.subject = r.entity; // 我市累计实施项目860个，拉动|全市|生产总值…
  else if (r.verb >= 0 || isEmpty(r.entity) || isEmpty(r.measure)) noteOwner(t, r, first - 1, floor, lexicon);
  else r.subject = r.entity;
}
