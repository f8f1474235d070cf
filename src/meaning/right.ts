import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import { Kind } from './kind.ts';
import { acted, withoutLocalizer } from './lead-phrase.ts';
import { isNominal } from './nominal.ts';
import { DE, JOINERS, LIST_COMMA, TOWARDS, WITHIN } from './particles.ts';
import { nounPhraseAfter } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import {
  CHANGE,
  has,
  isCharacter,
  isConnector,
  isEmpty,
  isOneOf,
  isVerb,
  NONE,
  plainSpanIs,
  type Span,
  trim,
} from './view.ts';

const CARRY_OUT = words('进行', '开展', '实施');
const OF = words('的', '之');
const COUNTED_THINGS = '村镇乡县市区省国州盟旗组户家人班校厂店站点院所队园';
const GETS = words('获得', '得到', '受到', '取得', '达到', '享受', '通过', '进入');
const TOGETHER = words('合作', '联合', '协作', '签约', '结对', '共建', '对接', '联营');
const BEGINS = words('开始', '继续', '着手');

/** How something is: the end of a statement, and of no name. */
const STATES = words(
  '良好',
  '稳定',
  '正常',
  '平稳',
  '完好',
  '充足',
  '充沛',
  '健康',
  '平安',
  '不等',
  '偏低',
  '偏高',
  '齐全',
);

/** A word that is a verb and no noun of a thing. */
const isBareVerb = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Class.strong | Class.weak | CHANGE) && !has(t.kind[i]!, Class.head | Class.noun | Class.modifier);

/** 三万人|开跑: 人 is the thing itself, and what alone ends the clause behind it is what they do. */
const isDone = (t: Tokens, r: Reading): boolean =>
  r.quantity.unit === '人' &&
  !r.de &&
  r.verb < 0 &&
  r.after.to === r.to &&
  t.end[r.after.from]! - t.start[r.after.from]! === 2 &&
  !has(t.kind[r.after.from]!, Class.head | Class.modifier | Class.deictic | Kind.name);

/** 6人|死亡、13人|受伤: the verb behind a figure that ends its clause or part of a list. */
function isSuffered(t: Tokens, r: Reading): boolean {
  const { from, to } = r.after;
  if (to === r.to) return isBareVerb(t, from) || (countsPeople(r) && has(t.kind[from]!, Class.strong));
  return countsPeople(r) && has(t.kind[from]!, Class.strong) && isOneOf(t, to, LIST_COMMA);
}

/** One noun between 人, which is the thing itself, and a verb that ends the clause says how they do it. */
const isManner = (t: Tokens, r: Reading): boolean =>
  r.quantity.unit === '人' &&
  !isEmpty(r.after) &&
  r.after.to <= r.to &&
  r.after.from + 2 === r.to &&
  !r.de &&
  t.end[r.after.from]! - t.start[r.after.from]! === 2 &&
  has(t.kind[r.after.from + 1]!, Class.strong);

/** 新, 崭新, 标准化: what stands between a figure and 的 says of what kind the things are. */
const describes = (t: Tokens, { from, to }: Span): boolean =>
  (t.end[to - 1]! - t.start[from]! === 1 && !isCharacter(COUNTED_THINGS, t.text.charCodeAt(t.start[from]!))) || // 36个|村|的人居环境
  plainSpanIs(t, { from, to }, phraseWords().describes) ||
  (t.end[to - 1]! - t.start[from]! > 2 && t.text[t.end[to - 1]! - 1] === '化');

const countsThings = (r: Reading): boolean => r.quantity.dimension === 'count' || countsPeople(r);

const countsPeople = (r: Reading): boolean =>
  r.quantity.dimension === 'people' || r.quantity.dimension === 'households';

/** What an adverb stands before and ends the clause acts, though the dictionary has it as a noun. */
const actsBehindAdverb = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Class.noun | Class.weak | Kind.unknown) &&
  !has(t.kind[i]!, Class.head | Class.deictic | Class.adverb) &&
  has(t.kind[i - 1]!, Class.adverb) &&
  !has(t.kind[i - 1]!, Class.noun | Class.modifier) &&
  t.end[i]! - t.start[i]! === 2;

/** The predicate behind the figure and its noun, past adverbs and phrases (镜头从这里|下线). */
function noteAction(t: Tokens, r: Reading, from: number): void {
  if (!r.lateVerb && r.follows < 0)
    for (let i = r.from; i < r.at && !r.lateVerb; i++)
      r.lateVerb = isOneOf(t, i, TOWARDS) && isEmpty(r.noun) && r.verb < 0;
  if (r.lateVerb) {
    for (let i = r.to - 1; i >= from; i--)
      if (has(t.kind[i]!, Class.strong) && !isOneOf(t, i, CARRY_OUT)) {
        r.action = i;
        return;
      }
  }
  let inPhrase = false;
  let means = -1;
  for (let i = from; i < r.to && i < from + 7; i++) {
    const k = t.kind[i]!;
    if (has(k, Kind.punctuation | Kind.figure)) break;
    if (i + 1 === r.to && i > from && !inPhrase && means < 0 && !isEmpty(r.after) && actsBehindAdverb(t, i)) {
      r.action = i; // 12台塔吊|同时|作业, 18个贫困村|如期|出列
      return;
    }
    if (
      has(k, Class.strong) &&
      has(k, Class.preposition) &&
      isNominal(t, i + 1) &&
      !has(t.kind[i + 1]!, Class.strong)
    ) {
      means = i; // 5万人|通过异地|搬迁, but 300人|通过考试
      inPhrase = true;
      continue;
    }
    if (has(k, Class.strong) || (has(k, CHANGE) && !has(k, Class.head))) {
      const begins = isOneOf(t, i, BEGINS) && i + 1 < r.to && isVerb(t.kind[i + 1]!);
      r.action = begins ? i + 1 : i; // 开始|春灌
      return;
    }
    if (has(k, Class.preposition)) inPhrase = true;
    else if (!isConnector(t, i) && !(inPhrase && isNominal(t, i))) break;
  }
  r.action = means;
}

/** 1个|投资5亿元以上的|工业项目, 3家|年产值超亿元的|企业: a measure with a figure of its own says which the things are that stand behind it. */
function describedNoun(t: Tokens, r: Reading): Span | null {
  let i = r.after.to;
  if (!has(t.kind[i - 1]!, Class.head)) return null;
  while (i < r.to && isConnector(t, i)) i++;
  if (i + 2 >= r.to || !has(t.kind[i]!, Kind.figure) || !isOneOf(t, i + 1, DE)) return null;
  const s = trim(t, nounPhraseAfter(t, i + 2, r.to));
  return isEmpty(s) ? null : s;
}

/** What stands right of a figure: the noun that it counts or that has it, the predicate behind. */
export function readRight(t: Tokens, r: Reading): void {
  let i = r.at + 1;
  if (i < r.to && isOneOf(t, i, OF)) {
    r.de = true;
    i++;
  }
  if (!r.de && i + 2 < r.to && acted(t, i)) {
    r.action = i; // 210户|领到|了补助, 30户|种上|了葡萄
    return;
  }
  if (!r.de && isOneOf(t, i, GETS) && isEmpty(r.measure)) {
    r.action = i; // 其中11个|获得|国家专利
    return;
  }
  if (isOneOf(t, i, WITHIN) && !(i + 1 < r.to && isNominal(t, i + 1))) i++; // 260户|中|有180户
  if (i < r.to && !r.de && !isEmpty(r.noun) && r.noun.to === r.at && countsThings(r) && isBareVerb(t, i)) {
    noteAction(t, r, i); // 搜救犬12条|赶赴震区: what they do, and not what they are
    return;
  }
  r.after = withoutLocalizer(t, trim(t, nounPhraseAfter(t, i, r.to))); // 21种|蔬菜|中
  if (!isEmpty(r.after) && isOneOf(t, r.after.to, DE) && describes(t, r.after)) {
    const named = nounPhraseAfter(t, r.after.to + 1, r.to); // 35处|新|的大型灌区, 80辆|崭新|的公交车
    if (!isEmpty(named)) r.after = trim(t, named);
  }
  if (!isEmpty(r.after) && !r.de) r.after = describedNoun(t, r) ?? r.after;
  if (isOneOf(t, r.after.to - 1, TOGETHER) && r.after.to - r.after.from > 1 && isOneOf(t, r.at - 1, JOINERS)) {
    r.action = r.after.to - 1; // 与6所|高校|合作
    r.after = { from: r.after.from, to: r.action };
    return;
  }
  if (isManner(t, r)) {
    r.action = r.after.from + 1; // 4.6万人|稳定|脱贫
    r.after = NONE;
    return;
  }
  if (r.after.to - r.after.from > 1 && r.after.to === r.to && !r.de && isOneOf(t, r.to - 1, STATES)) {
    r.after = { from: r.after.from, to: r.after.from + 1 }; // 3名航天员|身体状态良好
    return;
  }
  if (r.after.to - r.after.from === 1 && (isSuffered(t, r) || isDone(t, r))) {
    r.action = r.after.from; // 6人|死亡
    r.after = NONE;
    return;
  }
  noteAction(t, r, isEmpty(r.after) ? i : r.after.to);
  if (!isEmpty(r.after) || i >= r.to) return;
  // 22列|实行全程时刻表的中欧班列, 200名|来自各地的民众: a clause stands between the figure and its noun
  const phrase = has(t.kind[i]!, Class.preposition) && r.quantity.dimension !== 'money' && r.quantity.unit !== '人';
  if (r.de || !(phrase || isVerb(t.kind[i]!))) return;
  for (let k = i + 1; k < r.to; k++) {
    if (has(t.kind[k]!, Kind.figure)) return;
    if (isOneOf(t, k, DE)) {
      const s = nounPhraseAfter(t, k + 1, r.to);
      if (isEmpty(s) || (phrase && isLocal(t, s))) return;
      r.after = s;
      if (!phrase) return;
      r.action = -1;
      noteAction(t, r, s.to);
      return;
    }
  }
}

/** 12家|在论坛|上|签约: a place or time that a phrase names is not what is counted. */
const isLocal = (t: Tokens, s: Span): boolean =>
  isCharacter(LOCALIZERS, t.text.charCodeAt(t.end[s.to - 1]! - 1)) ||
  isCharacter(LOCALIZERS, t.text.charCodeAt(t.end[s.to - 1]!));

const LOCALIZERS = '上中里内下时前后';
