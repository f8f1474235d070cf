import { words } from './asked.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { isEmpty, isOneOf, type Span, spanText, word } from './view.ts';

const THAN = words('比', '较');

/** Fields that only some types have, by type; each null where the sentence does not say. */
export function ownFields(t: Tokens, r: Reading, m: Meaning, base: Meaning | null): Meaning['own'] {
  const before = t.source.slice(t.start[r.from], t.start[r.at]);
  switch (m.type) {
    case 'growth':
      return {
        basis: basisOf(t, r, before),
        direction: directionOf(m),
        level: typeof base?.value === 'number' && base.type !== 'growth' ? base.value : null,
      };
    case 'share':
      return { whole: wholeOf(t, r, before) };
    case 'investment':
      return {
        project: m.subject && PROJECT.test(m.subject) ? m.subject : null,
        phase: (PHASE.exec(before) ?? PHASE.exec(m.subject ?? ''))?.[0] ?? null,
      };
    case 'capacity':
      return {
        product: m.item,
        per: (PER.exec(m.metric ?? '') ?? ABLE.exec(before))?.[1] ?? /[年日天月时]$/.exec(m.unit ?? '')?.[0] ?? null,
      };
    case 'price':
      return { per: /\/(.+)$/.exec(m.unit ?? '')?.[1] ?? EACH.exec(before)?.[1] ?? null };
    case 'people':
      return { group: m.item };
    default:
      return {};
  }
}

const PROJECT = /(项目|工程|基地|产业园|园区|生产线|机组|公路|高速|铁路|水库|电站|工厂)$/;
const PHASE = /[一二三四五六首]期/;

/** 年产, 日处理: the time that a capacity is told by, in its measure or before the verb (日|新增污水处理能力). */
const PER = /^([年日月])/;
const ABLE =
  /(?<![\d一二三四五六七八九十])([年日月])(?:可|均|设计|最大)?(?:产|生产|处理|加工|新增|供|发电|接卸|吞吐|输|出栏|屠宰)[^年日月]*$/;

/** 每公斤由32元, 每股发行价定为43.24港元: the thing that a price is for. */
const EACH = /每([\u4e00-\u9fff]{1,3}?)(?:[由从为约达涨跌降升至到上下售卖收发定价][^每，。；\d]*)?$/;

/** 同比, 比上年四季度: the word, with the time that it compares with; in a list (同比分别增长8%和5%) that of its first figure. */
function basisOf(t: Tokens, r: Reading, before: string): string | null {
  if (r.basis >= 0) return word(t, r.basis);
  for (let i = r.at - 1; i >= r.from; i--)
    if (isOneOf(t, i, THAN)) {
      const span: Span = { from: i, to: Math.min(i + 2, r.at) };
      return spanText(t, span);
    }
  return isEmpty(r.compared) ? (/同比|环比|年均|按年|按月|按季/.exec(before)?.[0] ?? null) : spanText(t, r.compared);
}

function directionOf(m: Meaning): 'up' | 'down' | null {
  const v = typeof m.value === 'number' ? m.value : (m.quantity.minValue ?? m.quantity.maxValue ?? 0);
  return v > 0 ? 'up' : v < 0 ? 'down' : null;
}

/** 全市工业收入 of 占全市工业收入的41.5%, 占GDP比重达51.8%, 利润的8%. */
function wholeOf(t: Tokens, r: Reading, before: string): string | null {
  if (!isEmpty(r.whole)) return spanText(t, r.whole);
  if (r.ofWhole && !isEmpty(r.noun)) return spanText(t, r.noun);
  return (
    /[占佔](?:到|据|了)?([^占佔，。；]{2,20}?)(?:的|比重|比例|份额)*(?:为|為|达到?|达|超过|约|近|由.*|从.*)?$/.exec(
      before,
    )?.[1] ?? null
  );
}
