import type { Quantity } from '../quantity/types.ts';
import type { FigureType } from '../record/schema.ts';
import { Class } from '../rules/format.ts';
import type { Context } from './context.ts';
import { Kind } from './kind.ts';
import { pairLists } from './lists.ts';
import type { Meaning } from './meaning.ts';
import { ownFields } from './own.ts';
import { lastTime, type PeriodFound } from './period.ts';
import {
  entityLength,
  has,
  isMark,
  isOneOf,
  isVerb,
  plainWord,
  type Span,
  spanText,
  splitMeasure,
  word,
} from './phrases.ts';
import { clauseEnd, isEmpty, type Reading, readSentence } from './reading.ts';
import { isFuture, type Status, statusBefore } from './status.ts';
import { canBeSubject, type Lead, leadBefore, leadsOf, topicBefore } from './subject.ts';
import type { Tokens } from './tokens.ts';
import { decideType } from './type.ts';

/** One figure on its way to a record. */
interface Draft {
  reading: Reading;
  meaning: Meaning;
  /** Group of the measure's head. */
  head: string;
  /** The figure whose measure it took over (1370亿元，同比增长39%). */
  base: Meaning | null;
}

const PERSONS =
  /(人|人员|员工|职工|学生|孩子|儿童|群众|居民|村民|干部|教师|老师|医生|护士|专家|旅客|游客|选手|代表|委员|老人|患者|党员|官兵|民警|队员|志愿者|农民工|农民|工人|从业者|毕业生|用户|客商|嘉宾|劳动力|家庭|贫困户|农户)$/;
const FIRMS = /(企业|公司|经营主体|市场主体|个体工商户|商户|工商户|主体|商家|合作社|家庭农场|单位|大户)/;

/** The records of one sentence, appended to `out`. */
export function interpretSentence(t: Tokens, context: Context, out: Meaning[]): void {
  const { quantities, rules } = context;
  const leads = leadsOf(t, rules.lexicon);
  const drafts: Draft[] = [];
  const readings = readSentence(t, quantities, rules.lexicon);
  for (const reading of readings) drafts.push(draft(t, reading, drafts, context));
  pairLists(
    t,
    drafts.map((d) => d.reading),
    drafts.map((d) => d.meaning),
    rules.lexicon,
  );
  for (const d of drafts) {
    carrySubject(t, d, drafts, leads, context);
    d.meaning.own = ownFields(t, d.reading, d.meaning, d.base);
  }
  const meanings = drafts.map((d) => d.meaning);
  for (let i = 0; i < t.count; i++) {
    const q = has(t.kind[i]!, Kind.time) ? quantities[t.value[i]!]! : null;
    if (q?.figure && q.dimension === 'date') meanings.push(dateMeaning(t, i, q, context));
  }
  meanings.sort((a, b) => a.quantity.start - b.quantity.start);
  const lead = leads.find((l) => l.strong);
  if (lead) context.topic = spanText(t, lead.span);
  else if (drafts.length > 0) context.topic = drafts.at(-1)!.meaning.subject ?? context.topic;
  context.articleTopic ??= context.topic;
  const time = lastTime(t, 0, t.count, quantities);
  if (time >= 0) {
    const q = quantities[t.value[time]!]!;
    context.period = { text: q.text, edtf: q.time?.edtf ?? null };
    context.articlePeriod ??= context.period;
  }
  out.push(...meanings);
}

function draft(t: Tokens, r: Reading, earlier: readonly Draft[], context: Context): Draft {
  const { quantity } = r;
  const previous = earlier.at(-1);
  const inferred: string[] = [];
  let base: Meaning | null = null;
  const isRatio = ['ratio', 'points', 'multiple'].includes(quantity.dimension);
  const isCounted = ['count', 'people', 'households'].includes(quantity.dimension);
  const chained = r.follows >= 0 ? r.follows : r.continues;
  const like = chained >= 0 ? earlier[chained] : undefined;

  let metric: string | null = null;
  let item: string | null = null;
  let subject: string | null = textOf(t, r.subject);
  const headToken = r.measure.to - 1;
  let head = isEmpty(r.measure) ? '' : headGroup(t, headToken, context);
  const cues = new Set<string>();
  if (r.verb >= 0 && has(t.kind[r.verb]!, Class.yields)) head = 'capacity';
  const after = spanText(t, r.after);

  if (r.change >= 0) cues.add('change');
  if (r.basis >= 0) cues.add('basis');
  if (r.share >= 0) cues.add('share');
  if (r.ofWhole) cues.add('of-whole');
  if (r.de && after) cues.add('de-noun');
  if (after && !r.de) cues.add('noun-after');
  if (has(t.kind[r.at - 1] ?? 0, Class.reach)) cues.add('reached');
  if (quantity.dimension === 'rate' && quantity.unitCode && /^[A-Z]{3}\//.test(quantity.unitCode))
    cues.add('money-per');
  if (FIRMS.test(after) || FIRMS.test(spanText(t, r.noun))) cues.add('firms');
  if (PERSONS.test(after) || (!after && PERSONS.test(spanText(t, r.noun)))) cues.add('persons');
  if (/投资|投入/.test(after)) cues.add('noun-investment');
  if (isOneOf(t, r.at - 1, ['每']) || /每[^，。；]{0,4}$/.test(t.text.slice(t.start[r.from], t.start[r.at])))
    cues.add('each-unit');

  if (like) {
    metric = like.meaning.metric;
    item = like.meaning.item;
    subject ??= like.meaning.subject;
    head ||= like.head;
    if (like.meaning.type === 'growth') cues.add('after-growth').add('change');
    if (like.meaning.type === 'investment') cues.add('after-investment');
    if (like.meaning.type === 'share') cues.add('share');
  }

  if (r.share >= 0 && !isEmpty(r.whole)) {
    const whole = splitMeasure(t, r.whole, context.rules.lexicon);
    metric = spanText(t, isEmpty(whole.measure) ? r.whole : whole.measure);
  } else if (!isEmpty(r.noun)) {
    const verb = r.verb >= 0 && !has(t.kind[r.verb]!, Class.head) ? r.verb : -1;
    if (!isEmpty(r.measure)) {
      metric = spanText(t, r.measure);
      if (
        verb >= 0 &&
        !isRatio &&
        /增|减|降|扩|提高|节约/.test(plainWord(t, verb)) &&
        t.end[verb] === t.start[r.noun.from]
      )
        metric = t.source.slice(t.start[verb], t.end[r.measure.to - 1]);
      if (isCounted && verb >= 0 && !after) item = spanText(t, r.noun);
    } else if (verb >= 0) {
      metric =
        quantity.dimension === 'money' || isRatio ? t.source.slice(t.start[verb], t.end[r.noun.to - 1]) : word(t, verb);
      if (quantity.dimension !== 'money') item = spanText(t, r.noun);
    } else if (ANAPHORA.test(spanText(t, r.noun)) && previous) {
      metric = previous.meaning.metric;
      subject ??= previous.meaning.subject;
    } else if (
      quantity.dimension === 'money' &&
      previous?.meaning.quantity.dimension === 'money' &&
      previous.meaning.metric
    ) {
      metric = previous.meaning.metric; // 高速公路完成23亿元，国省道12.4亿元: a measure told once
      subject = spanText(t, r.noun);
    } else if (isRatio && r.de && after && r.change < 0) {
      metric = after; // 园区80%的企业
      subject ??= spanText(t, r.noun);
    } else if (isRatio || quantity.dimension === 'money') metric = spanText(t, r.noun);
    else if (r.ofWhole) subject ??= spanText(t, r.noun);
    else {
      const noun = { ...r.noun };
      if (isCounted && has(t.kind[noun.from]!, Class.deictic) && noun.to - noun.from > 1) {
        subject = word(t, noun.from); // 全市|公立医院6所
        noun.from++;
      }
      item = spanText(t, noun);
      if (isVerb(t.kind[noun.from]!) && noun.to - noun.from > 1) metric = word(t, noun.from);
      else if (previous && previous.reading.verb >= 0 && sameKind(previous, quantity)) metric = previous.meaning.metric;
      else if (!isCounted && quantity.dimension !== 'mass') metric = item;
    }
    if (r.change >= 0 && !isRatio && isEmpty(r.compared)) {
      if (isEmpty(r.measure)) {
        metric = word(t, r.change); // 村集体|增收1150万元
        if (r.verb < 0) subject = spanText(t, r.noun);
        item = null;
      } else if (r.change === r.noun.to) metric = t.source.slice(t.start[r.measure.from], t.end[r.change]);
    }
  } else if (r.verb >= 0) {
    metric = word(t, r.verb);
  } else if (r.change >= 0 && !isRatio && !like) {
    metric = word(t, r.change);
  }

  // what follows the figure
  if (after) {
    if (isRatio) {
      if (r.de && !metric) metric = after;
      else if (!r.de || cues.has('of-whole')) item = after;
    } else if (quantity.dimension === 'money') {
      if (r.de) {
        if (!isEmpty(r.measure) || r.verb >= 0) {
          const measure = splitMeasure(t, r.after, context.rules.lexicon).measure;
          if (isEmpty(r.noun) && !isEmpty(measure)) {
            metric = spanText(t, measure);
            head = headGroup(t, measure.to - 1, context);
          } else if (!subject && isEmpty(r.subject)) subject = after;
        } else metric ??= after;
      } else if (isEmpty(r.noun) || r.verb >= 0) {
        const measure = splitMeasure(t, r.after, context.rules.lexicon).measure;
        if (!isEmpty(measure)) {
          metric = spanText(t, measure);
          head = headGroup(t, measure.to - 1, context);
        }
      }
    } else if (isCounted || isEmpty(r.measure) || (head === 'capacity' && !r.de)) {
      const split = splitMeasure(t, r.after, context.rules.lexicon);
      item = isEmpty(split.measure) || isEmpty(split.entity) || r.de ? after : spanText(t, split.entity);
    } else if (r.de && !subject) subject = after;
  }

  // a growth or share that names no measure takes the one before it
  if (
    isRatio &&
    (!metric ||
      (head === 'growth' && /^(同比|环比|年均|平均)?(增速|增幅|涨幅|降幅|跌幅|升幅|增长率|增长速度)$/.test(metric))) &&
    previous &&
    !like
  ) {
    const measured = lastMeasured(earlier);
    if (measured) {
      base = measured.meaning;
      metric = measuredName(t, measured);
      subject ??= base.subject;
      if (base.subject) inferred.push('subject');
      inferred.push('metric');
      if (base.type === 'growth' && r.change < 0) cues.add('after-growth');
    }
  }
  if (
    quantity.dimension === 'money' &&
    !like &&
    previous &&
    previous.meaning.type === 'investment' &&
    isEmpty(r.measure)
  )
    cues.add('after-investment');

  const facts = {
    dimension: quantity.dimension,
    unit: quantity.unit,
    head,
    cues,
    before: t.text.slice(t.start[r.from], t.start[r.at]),
    item: item ?? '',
  };
  const rule = decideType(facts, context.rules.types);
  const period = periodOf(t, r.at, context);
  const status = statusOf(t, r.at, period, context);
  if (period?.carried) inferred.push('period');
  let value = quantity.value;
  if (rule.type === 'growth' && typeof value === 'number' && r.change >= 0 && has(t.kind[r.change]!, Class.down))
    value = -value;
  if (
    rule.type === 'growth' &&
    like &&
    typeof value === 'number' &&
    typeof like.meaning.value === 'number' &&
    like.meaning.value < 0
  )
    value = -Math.abs(value);
  const meaning: Meaning = {
    quantity,
    type: rule.type as FigureType,
    subject,
    metric: metric || null,
    item: item || null,
    period: period ? { text: period.text, edtf: period.edtf } : null,
    status,
    value,
    unit: quantity.unit,
    inferred,
    rule: rule.rule,
    sentence: context.sentence,
    own: {},
  };
  context.trace?.({ tokens: t, reading: r, facts, meaning });
  return { reading: r, meaning, head, base };
}

/** Words that point back at a figure told before: 这一数字变成了5642元. */
const ANAPHORA = /^(这一|这个|该|此|这)?(数字|数据|比例|数|指标|数值|金额|总数)$/;

const COUNTED = ['count', 'people', 'households'];
const sameKind = (d: Draft, q: Quantity): boolean =>
  d.meaning.quantity.dimension === q.dimension ||
  (COUNTED.includes(d.meaning.quantity.dimension) && COUNTED.includes(q.dimension));

const textOf = (t: Tokens, s: Span): string | null => spanText(t, s) || null;

function headGroup(t: Tokens, i: number, context: Context): string {
  const id = t.value[i]!;
  if (has(t.kind[i]!, Class.head) && id >= 0) return context.rules.lexicon.headGroup[id]!;
  return '率比'.includes(t.text[t.end[i]! - 1]!) ? 'ratio' : '';
}

/** The last figure that a growth can be the growth of. */
function lastMeasured(earlier: readonly Draft[]): Draft | null {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const d = earlier[i]!;
    if (d.meaning.type === 'duration' || d.meaning.type === 'age') continue;
    if (d.meaning.metric || d.meaning.item) return d;
  }
  return null;
}

/** 建成道路: verb and item where they stand side by side, else the measure, else the item. */
function measuredName(t: Tokens, d: Draft): string {
  const { metric, item } = d.meaning;
  if (metric && item) {
    const joined = metric + item;
    if (t.source.slice(t.start[0], t.end[t.count - 1]).includes(joined)) return joined;
    return d.reading.verb >= 0 ? metric : item;
  }
  return metric ?? item!;
}

function statusOf(t: Tokens, at: number, period: PeriodFound | null, context: Context): Status {
  const said = statusBefore(t, at);
  if (said) return said;
  return period?.edtf && context.date && isFuture(period.edtf, context.date) ? 'planned' : 'actual';
}

function periodOf(t: Tokens, at: number, context: Context): PeriodFound | null {
  let i = lastTime(t, 0, at, context.quantities);
  let carried = false;
  if (i < 0) {
    const end = clauseEnd(t, at);
    i = lastTime(t, at, end, context.quantities);
  } else for (let k = i; k < at && !carried; k++) carried = isMark(t, k, '，。；：');
  if (i >= 0) {
    const q = context.quantities[t.value[i]!]!;
    return { text: q.text, edtf: q.time!.edtf, carried };
  }
  const period = context.period ?? context.articlePeriod;
  return period ? { ...period, carried: true } : null;
}

function dateMeaning(t: Tokens, i: number, q: Quantity, context: Context): Meaning {
  return {
    quantity: q,
    type: 'date',
    subject: null,
    metric: null,
    item: null,
    period: { text: q.text, edtf: q.time?.edtf ?? null },
    status: statusBefore(t, i) === 'planned' ? 'planned' : 'actual',
    value: q.value,
    unit: q.unit,
    inferred: q.time?.inferred ? ['period'] : [],
    rule: 'date/written',
    sentence: context.sentence,
    own: {},
  };
}

function carrySubject(t: Tokens, d: Draft, drafts: readonly Draft[], leads: readonly Lead[], context: Context): void {
  const { meaning, reading } = d;
  if (
    meaning.subject &&
    !isEmpty(reading.subject) &&
    !canBeSubject(t, reading.subject) &&
    meaning.subject === spanText(t, reading.subject)
  )
    meaning.subject = null;
  if (meaning.subject) return;
  const { lexicon } = context.rules;
  if (!isEmpty(reading.place) && entityLength(t, reading.place.to - 1, lexicon, ['place', 'body', 'project']) > 0) {
    meaning.subject = spanText(t, reading.place);
    return;
  }
  const lead = leadBefore(leads, reading.at);
  const previous = drafts.findLast((p) => p !== d && p.reading.at < reading.at && p.meaning.subject !== null);
  if (lead && (!previous || previous.reading.at < lead.span.from || (lead.strong && isEmpty(previous.reading.subject))))
    meaning.subject = spanText(t, lead.span);
  else meaning.subject = previous?.meaning.subject ?? topicBefore(context);
  const near = lead && lead.clause >= reading.from && meaning.subject === spanText(t, lead.span);
  if (meaning.subject && !near && !meaning.inferred.includes('subject')) meaning.inferred.push('subject');
}
