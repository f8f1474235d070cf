import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import type { Draft } from './draft.ts';
import { COUNTED, type Fields, type Kinds, setVerb, VISITS } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { isRegion } from './measure.ts';
import { canBeSubject, isCommonPlace, isProper } from './names.ts';
import { entityLength } from './nominal.ts';
import { COMMA, DE, JOINERS, LIST_COMMA } from './particles.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isOneOf, isVerb, plainSpanIs, type Span, spanText, word } from './view.ts';

const THERE = words('当地', '附近', '周边', '沿线', '境内', '现场');

const YIELDS = words('亩产', '平均亩产', '单产', '总产', '亩均');

/** 的 behind a body or place that has what stands behind it, -1 for none. */
function ownerOf(t: Tokens, noun: Span, lexicon: Lexicon): number {
  for (let i = noun.from + 1; i < noun.to - 1; i++)
    if (isOneOf(t, i, DE)) return entityLength(t, i - 1, lexicon) > 0 ? i : -1;
  return -1;
}

/** 发展到, 扩大到: a way to get to a number; 达到 and 升至 say nothing else. */
const comesTo = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Class.reach) && t.end[i]! - t.start[i]! === 3 && t.text.charCodeAt(t.end[i]! - 1) === TO;

const TO = '到'.charCodeAt(0);

/** Whether the verb of a count before goes on: it has counted things, or this is a part of them; not before 达. */
const acts = (t: Tokens, r: Reading, { meaning }: Draft): boolean =>
  !has(t.kind[r.at - 1]!, Class.reach) && (meaning.item !== null || isOneOf(t, r.from, AMONG));

const AMONG = words('其中', '包括', '含', '内含');

/** The noun before a count or measure is the thing: 公立医院6所, 原煤3.9亿吨. */
export function thingBefore(
  t: Tokens,
  r: Reading,
  f: Fields,
  kinds: Kinds,
  sameBefore: Draft | undefined,
  previous: Draft | undefined,
  lexicon: Lexicon,
): void {
  const noun = { ...r.noun };
  if (noun.to - noun.from === 1 && has(t.kind[noun.from]!, Class.deictic)) {
    f.subject ??= word(t, noun.from); // 全村|260户, 我市|483万亩小麦
    return;
  }
  if (noun.to - noun.from === 1 && isOneOf(t, noun.from, THERE)) return; // 当地|4万多亩农田: the place was named before
  if (kinds.counted && has(t.kind[noun.from]!, Class.deictic) && noun.to - noun.from > 1) {
    f.subject = word(t, noun.from); // 全市|公立医院6所
    noun.from++;
  }
  const place = kinds.counted ? placeBefore(t, noun, lexicon) : noun.from;
  if (place > noun.from) {
    f.subject = spanText(t, { from: noun.from, to: place }); // 青山市|水毁公路有98条
    noun.from = place;
  }
  const told = sameBefore ? sameBefore.meaning : r.told;
  if (told && isPlaceOfMore(t, r, noun, told, lexicon)) {
    // 全市建成充电站310座，其中城东区|86座: the thing was told before, the place has its own number of it
    f.subject = spanText(t, noun);
    f.metric = told.metric;
    f.item = told.item;
    f.byVerb = sameBefore?.byVerb ?? false;
    return;
  }
  if (r.quantity.dimension === 'temperature' && sameBefore?.head === 'temperature') {
    f.subject = spanText(t, noun); // 最低气温-6℃，|山区|-9℃
    f.metric = sameBefore.meaning.metric;
    f.head = sameBefore.head;
    return;
  }
  if (isOneOf(t, noun.from, YIELDS) && noun.to - noun.from > 1) {
    f.metric = word(t, noun.from); // 亩产|干果150公斤
    f.item = spanText(t, { from: noun.from + 1, to: noun.to });
    return;
  }
  const action = trailingVerb(t, noun);
  if (action > noun.from || (action >= 0 && kinds.counted)) {
    setVerb(f, spanText(t, { from: action, to: noun.to })); // 汽车|以旧换新167万辆
    f.item = spanText(t, { from: noun.from, to: action }) || null;
    return;
  }
  const owner = ownerOf(t, noun, lexicon);
  if (owner > noun.from && kinds.counted) {
    f.subject ??= spanText(t, { from: noun.from, to: owner }); // 合作社|的|社员已发展到268户
    noun.from = owner + 1;
  }
  f.item = spanText(t, noun);
  if (previous?.byVerb && (isOneOf(t, noun.from - 1, LIST_COMMA) || isOneOf(t, noun.from - 1, JOINERS)))
    setVerb(f, previous.meaning.metric!); // 建设湿地1200亩、|步道16公里
  else if (isVerb(t.kind[noun.from]!) && t.value[noun.from]! >= 0 && noun.to - noun.from > 1 && r.having < 0) {
    setVerb(f, word(t, noun.from)); // 投入|志愿者4500名
    if (has(t.kind[noun.from]!, Class.strong)) f.item = spanText(t, { from: noun.from + 1, to: noun.to });
  } else if (sameBefore?.byVerb && acts(t, r, sameBefore) && !isReached(t, r))
    setVerb(f, sameBefore.meaning.metric!); // 关停企业21家，|产品|达|56个
  else if (kinds.counted && noun.to < r.at && comesTo(t, r.at - 1))
    f.metric = word(t, r.at - 1); // 社员已|发展到|268户
  else if (VISITS.has(r.quantity.unit ?? '') && r.having < 0)
    f.metric = f.item; // 访港旅客约461万人次: visits are measured by who came
  else if (!kinds.counted && r.having >= 0)
    f.metric = word(t, r.having); // 现有|茶园2.7万亩
  else if (r.quantity.dimension !== 'area' && isPartOf(t, noun, sameBefore)) {
    f.metric = sameBefore!.meaning.metric; // 公路通车里程1.2万公里，其中|高速公路520公里
    f.head = sameBefore!.head;
    return;
  } else if (!kinds.counted && r.quantity.dimension !== 'mass') f.metric = f.item;
  if (r.quantity.dimension !== 'length' || !/[长宽高深厚径]$/.test(f.item)) return;
  const extent = t.end[noun.to - 1]! - t.start[noun.to - 1]!;
  if (
    extent === 2 &&
    noun.to - noun.from > 1 &&
    noun.from === r.noun.from &&
    canBeSubject(t, { from: noun.from, to: noun.to - 1 })
  ) {
    f.subject ??= spanText(t, { from: noun.from, to: noun.to - 1 }); // 新车|车长|10.5米
    f.metric = word(t, noun.to - 1);
  }
  f.item = null; // 舰长180米: a word for its extent
}

/** 投入机械300台，|施工人员|超|1.2万人: a statement of its own, and no more of what was done. */
const isReached = (t: Tokens, r: Reading): boolean =>
  (isCharacter('超逾', t.text.charCodeAt(t.start[r.at]!)) ||
    (r.noun.to < r.at && has(t.kind[r.noun.to]!, Class.reach))) &&
  isOneOf(t, r.from - 1, COMMA) &&
  plainSpanIs(t, r.noun, phraseWords().isPerson);

/** 其中 before a thing of which there is so much of what was measured before. */
const isPartOf = (t: Tokens, noun: Span, before: Draft | undefined): boolean =>
  before !== undefined &&
  before.head !== '' &&
  before.meaning.metric !== null &&
  !COUNTED.includes(before.meaning.quantity.dimension) &&
  isOneOf(t, noun.from - 1, AMONG);

/** Where the verbs that end a noun phrase begin, -1 for none. */
function trailingVerb(t: Tokens, noun: Span): number {
  let i = noun.to;
  while (i > noun.from && isVerb(t.kind[i - 1]!) && !has(t.kind[i - 1]!, Class.head | Class.noun)) i--;
  return i < noun.to ? i : -1;
}

/** 城东区, 台北市; not 服务区, 地级市, which are counted. */
const namesPlace = (t: Tokens, s: Span, lexicon: Lexicon): boolean =>
  entityLength(t, s.to - 1, lexicon, Entity.place) > 0 &&
  !isCommonPlace(t, s) &&
  (isProper(t, s) ||
    (isCharacter('市县省', t.text.charCodeAt(t.end[s.to - 1]! - 1)) && t.end[s.to - 1]! - t.start[s.from]! >= 3));

/** Where the thing begins behind a place that opens its phrase (青山市|水毁公路), the phrase's begin for none: 青山市|第一医院 is one name. */
function placeBefore(t: Tokens, s: Span, lexicon: Lexicon): number {
  if (entityLength(t, s.to - 1, lexicon, Entity.body | Entity.place) > 0) return s.from;
  for (let i = s.to - 2; i >= s.from; i--) {
    if (isOneOf(t, i, DE) || isOneOf(t, i, LIST_COMMA) || isOneOf(t, i, JOINERS)) return s.from;
    if ((i === s.from && isRegion(t, i)) || namesPlace(t, { from: s.from, to: i + 1 }, lexicon)) return i + 1;
  }
  return s.from;
}

/** Whether a place stands before a count of what was counted before, in the same unit, and nothing else does. */
function isPlaceOfMore(t: Tokens, r: Reading, noun: Span, before: Meaning, lexicon: Lexicon): boolean {
  const { unit } = r.quantity;
  return (
    unit !== null &&
    unit === before.quantity.unit &&
    r.having < 0 &&
    noun.to === r.at &&
    (before.item ?? before.metric) !== null &&
    namesPlace(t, noun, lexicon)
  );
}
