import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { either, words } from './asked.ts';
import { carry, changeAlone, lastMeasured, measuredName } from './carried.ts';
import type { Draft } from './draft.ts';
import { SELLS } from './each.ts';
import { countsItself, EXTENTS, type Fields, headGroup, kindsOf, setVerb } from './found.ts';
import { isIndexLevel, readLevel } from './index-level.ts';
import type { Lexicon } from './lexicon.ts';
import { splitMeasure } from './measure.ts';
import { measureBefore } from './measure-before.ts';
import { canBeSubject } from './names.ts';
import { nounAfter } from './noun-after.ts';
import { nounBefore } from './noun-before.ts';
import { JOINERS, LE, LIST_COMMA, OPEN_BRACKET } from './particles.ts';
import { nounPhraseBefore } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { CHANGE, has, isCharacter, isConnector, isEmpty, isOneOf, NONE, spanText, trim, word } from './view.ts';

const CAUSES = words(...phraseWords().causes);
const TELLS_TIME = words(...phraseWords().tellsTime);
const TELLS_EXTENT = words(...phraseWords().tellsExtent);
const LIST = either(LIST_COMMA, JOINERS);
const HAD = words('原有', '现有', '已有');

/** Reads measure, thing and owner off the clause: first what stands before the figure, then behind it, then what is carried. */
export function fieldsOf(
  t: Tokens,
  r: Reading,
  earlier: readonly Draft[],
  like: Draft | undefined,
  lexicon: Lexicon,
): Fields {
  const isLevel = isIndexLevel(r.quantity);
  const kinds = kindsOf(isLevel ? 'index' : r.quantity.dimension);
  if (isLevel) r.after = NONE; // 沪指3000点|得而复失: the points of an index count no thing
  const f: Fields = {
    metric: null,
    item: null,
    subject: !isEmpty(r.subject) && canBeSubject(t, r.subject) ? spanText(t, r.subject) : null,
    head: '',
    base: null,
    byVerb: false,
    inferred: [],
  };
  if (!isEmpty(r.measure)) {
    f.head = headGroup(t, r.measure.to - 1, lexicon);
    if (f.head === 'duration' && MEASURES_NO_TIME.includes(r.quantity.dimension) && r.quantity.unit !== '次')
      dropMeasure(r, f); // 国庆假期|1.2亿人次
  }
  if (r.verb >= 0 && has(t.kind[r.verb]!, Class.yields)) f.head = 'capacity';
  if (like) inherit(f, like);

  if (!isEmpty(r.whole) && (r.share >= 0 || !isEmpty(r.measure))) readShare(t, r, f, earlier, lexicon);
  else if (!isEmpty(r.measure)) measureBefore(t, r, f, kinds);
  else if (!isEmpty(r.noun)) nounBefore(t, r, f, kinds, earlier, lexicon);
  else if (r.verb >= 0) setVerb(f, word(t, r.verb));
  else if (r.change >= 0 && !kinds.ratio && !like) changeAlone(t, r, f, earlier);

  if (!isEmpty(r.measure) && f.head === 'mass' && !f.item) cropOf(t, r, f);
  if (!isEmpty(r.after)) nounAfter(t, r, f, kinds, lexicon);
  if (r.quantity.dimension === 'duration' || r.quantity.dimension === 'age') f.item = null; // 飞行约14个月: a time counts no thing
  if (!f.metric && !like && kinds.counted && r.action >= 0 && r.having < 0) setVerb(f, word(t, r.action)); // 310户群众将|入住
  if (kinds.counted && r.action >= 0 && r.verb >= 0 && f.byVerb && isOneOf(t, r.verb, CAUSES))
    setVerb(f, word(t, r.action)); // 造成6人|死亡
  if (!f.metric && !like && kinds.counted && r.having < 0 && r.action < 0) goOnList(t, r, f, earlier.at(-1));
  if (isLevel) readLevel(t, r, f, earlier.at(-1));
  else carry(t, r, f, kinds, earlier, like);
  if (!f.metric && kinds.counted && r.having >= 0) {
    // 有|132家单位|参加; 全市|共有|学校1236所
    if (r.action >= 0 && (!isEmpty(r.after) || countsItself(r.quantity))) setVerb(f, word(t, r.action));
    else f.metric = word(t, r.having);
  }
  if (!f.metric && !like && r.action >= 0 && r.quantity.dimension !== 'age' && !isSpanOfTime(t, r))
    setVerb(f, word(t, r.action)); // 310户群众将|入住
  if ((kinds.counted || r.quantity.dimension === 'area') && !f.item) f.item = thingBeforeClause(t, r, f, earlier);
  if (r.quantity.dimension === 'age') f.subject = agedBefore(t, r.at, lexicon) ?? f.subject;
  tellsItself(t, r, f);
  if (!f.metric && isOneOf(t, r.at - 1, HAD)) f.metric = word(t, r.at - 1); // 将|原有|5.8公里国道
  return f;
}

/** 9天|后，火势仍未受控: when, and not how long. */
const isSpanOfTime = (t: Tokens, { at, quantity }: Reading): boolean =>
  quantity.dimension === 'duration' && isCharacter('前后内里中来', t.text.charCodeAt(t.end[at]!));

/** 出口额|占全省的三成 shares the measure before, 占全市工业收入的41.5% that of the whole, 占全市的37.2% the one told before. */
function readShare(t: Tokens, r: Reading, f: Fields, earlier: readonly Draft[], lexicon: Lexicon): void {
  if (!isEmpty(r.measure)) {
    f.metric = spanText(t, r.measure);
    f.head = ''; // a part, whatever it is a part of
    return;
  }
  const whole = splitMeasure(t, r.whole, lexicon);
  const before = isEmpty(whole.measure) ? lastMeasured(earlier) : null;
  f.metric = before ? measuredName(t, before) : spanText(t, isEmpty(whole.measure) ? r.whole : whole.measure);
}

/** A time is no measure of what is counted, weighed or paid. */
const MEASURES_NO_TIME = ['count', 'people', 'households', 'money', 'mass', 'area', 'volume'];

function dropMeasure(r: Reading, f: Fields): void {
  r.noun = NONE;
  r.measure = NONE;
  r.entity = NONE;
  f.head = '';
}

/** 全市|小麦|预计平均单产412公斤: who has the yield points, what is weighed stands behind. */
function cropOf(t: Tokens, r: Reading, f: Fields): void {
  const { from, to } = r.subject;
  if (to - from < 2 || !has(t.kind[from]!, Class.deictic) || !has(t.kind[to - 1]!, Class.modifier)) return;
  f.subject = word(t, from);
  f.item = spanText(t, { from: from + 1, to });
}

/** 组织了1.2万台农机、|300多名农技人员: a count that goes on a list of counts is of the same verb. */
function goOnList(t: Tokens, r: Reading, f: Fields, previous: Draft | undefined): void {
  if (!previous?.byVerb || !isEmpty(r.noun) || r.verb >= 0 || isEmpty(r.after)) return;
  if (previous.reading.after.to === r.at - 1 && isOneOf(t, r.at - 1, LIST)) setVerb(f, previous.meaning.metric!);
}

/** 李某|（男，24岁）: in brackets behind a name an age is the named one's; null elsewhere. */
function agedBefore(t: Tokens, at: number, lexicon: Lexicon): string | null {
  let open = at - 1;
  while (open > at - 7 && open > 0 && !isOneOf(t, open, OPEN_BRACKET)) open--;
  if (!isOneOf(t, open, OPEN_BRACKET)) return null;
  const name = trim(t, nounPhraseBefore(t, open, 0, lexicon));
  for (let i = name.from; i < name.to; i++) if (isOneOf(t, i, LIST_COMMA)) name.from = i + 1; // 李某（24岁）、|赵某（19岁）
  return isEmpty(name) || !canBeSubject(t, name) ? null : spanText(t, name);
}

/** 布置隧洞9座，已|贯通|4座; 企业27户，比上年|净增|3户: a word of time or extent, a verb and a count with nothing else go on with the thing counted before. */
function thingBeforeClause(t: Tokens, r: Reading, f: Fields, earlier: readonly Draft[]): string | null {
  if (!isEmpty(r.noun) || !isEmpty(r.after) || !isEmpty(r.measure) || (r.verb < 0 && r.change < 0)) return null;
  if (r.verb >= 0 && (r.verb === r.from || !(isConnector(t, r.verb - 1) || has(t.kind[r.verb - 1]!, CHANGE))))
    return null;
  const previous = earlier.at(-1);
  if (!previous || previous.meaning.quantity.unit !== r.quantity.unit || countsItself(r.quantity)) return null;
  const { item } = previous.meaning;
  return item !== f.subject && !item?.startsWith('第') ? item : null;
}

/** 历时|5个月, 重达|12公斤: a verb of time or extent straight before the figure is its measure. */
function tellsItself(t: Tokens, r: Reading, f: Fields): void {
  const sells = isOneOf(t, r.at - 1, LE) ? r.at - 2 : r.at - 1;
  if (r.each && isOneOf(t, sells, SELLS)) f.metric = word(t, sells); // 每箱能|卖到|98元
  if (r.quantity.dimension === 'duration' && isOneOf(t, r.at - 1, TELLS_TIME)) f.metric = word(t, r.at - 1);
  else if (EXTENTS.includes(r.quantity.dimension) && isEmpty(r.measure) && isOneOf(t, r.at - 1, TELLS_EXTENT)) {
    f.metric = word(t, r.at - 1)[0]!;
    f.item = null;
  }
}

function inherit(f: Fields, like: Draft): void {
  f.metric = like.meaning.metric;
  f.item = like.meaning.item;
  f.subject ??= like.meaning.subject;
  f.head ||= like.head;
  f.byVerb = like.byVerb;
}
