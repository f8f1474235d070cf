import { Class, Entity } from '../rules/format.ts';
import { words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { endsOnHead, splitMeasure } from './measure.ts';
import { holdsUnknown } from './names.ts';
import { entityLength, isNominal } from './nominal.ts';
import { COMES_FROM, LE } from './particles.ts';
import { nounPhraseBefore } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isConnector, isEmpty, isOneOf, isVerb, type Span, trim } from './view.ts';

const LOCAL = words('的', '中', '内', '上', '里');
const AGENT = words('由', '经', '让', '使');
/** Adverbs that stand right before the predicate, never before its subject. */
const BEFORE_VERB = words(
  '已',
  '已经',
  '将',
  '曾',
  '正在',
  '还',
  '又',
  '再',
  '也',
  '都',
  '均',
  '共',
  '不断',
  '陆续',
  '相继',
  '先后',
  '逐步',
  '要',
  '可',
  '能',
  '须',
  '仍',
  '只',
  '才',
  '就',
);
/** For whom something is done, where a verb follows. */
const BENEFIT = words('为', '替', '帮');
const NEW = words('新'); // 我们|新|签订单
const PLACE_MARK = words('在', '从', '由', '给', '向');

/** 农户|每台|补贴: what it is done for, and nobody. */
const isEach = (t: Tokens, i: number): boolean =>
  t.text.charCodeAt(t.start[i]!) === EACH && t.end[i]! - t.start[i]! <= 3;
const EACH = '每'.charCodeAt(0);

/** 种植|大户李永强|流转…, 养殖|企业|存栏…: what a clause opens on is a part of the name, as its own verb stands behind the name. */
const isNamedBehindVerb = (t: Tokens, verb: number, s: Span, lexicon: Lexicon): boolean =>
  has(t.kind[verb]!, Class.weak) &&
  has(t.kind[verb]!, Class.modifier) &&
  has(t.kind[s.to] ?? 0, Class.strong) &&
  t.end[verb] === t.start[s.from] &&
  ((s.to - s.from > 1 && holdsUnknown(t, { from: verb, to: s.to })) ||
    entityLength(t, s.to - 1, lexicon, Entity.body | Entity.person) > 0);

/** Who acts or has: the noun phrase before the predicate or measure, past adverbs, times and phrases that a preposition opens. */
export function noteOwner(t: Tokens, r: Reading, last: number, floor: number, lexicon: Lexicon): void {
  let i = last;
  for (let round = 0; round < 4 && i >= floor; round++) {
    while (
      i >= floor &&
      (isConnector(t, i) ||
        isOneOf(t, i, LOCAL) ||
        isOneOf(t, i, NEW) ||
        isEach(t, i) ||
        has(t.kind[i]!, Class.conjunction))
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
    if (
      left >= floor &&
      s.to - s.from === 1 &&
      isOneOf(t, left, BEFORE_VERB) &&
      !has(t.kind[s.from]!, Class.deictic | Kind.name)
    ) {
      if (r.verb < 0 && isEmpty(r.noun)) r.verb = s.from;
      i = left - 1; // 大坝|已|填筑|至1096米: what stands behind 已 acts, whatever the dictionary says
      continue;
    }
    if (left >= floor && (has(t.kind[left]!, Class.compare) || (isOneOf(t, left, BENEFIT) && r.verb >= 0))) {
      i = left - 1; // 比|普通汽车|节省油费30%, 为|群众|挽回损失68万元: with whom it is compared or for whom it is done has nothing
      continue;
    }
    if (left >= floor && has(t.kind[left]!, Class.preposition)) {
      if (isOneOf(t, left, COMES_FROM) && r.verb < 0) {
        let k = left - 1;
        if (isOneOf(t, k, LE)) k--;
        if (k >= floor && has(t.kind[k]!, Class.strong)) r.verb = k; // 吸引了|来自31个国家的640家采购商
      }
      if (isEmpty(r.place) && isOneOf(t, left, PLACE_MARK)) r.place = trim(t, s);
      if (isOneOf(t, left, AGENT)) {
        r.subject = trim(t, s);
        return;
      }
      i = left - 1;
      continue;
    }
    if (left === floor && isNamedBehindVerb(t, left, s, lexicon)) {
      r.subject = { from: left, to: s.to };
      return;
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
