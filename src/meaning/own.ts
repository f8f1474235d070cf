import type { Meaning } from './meaning.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { isEmpty, isOneOf, type Span, spanText, word } from './view.ts';

/** Fields that only some types have, by type; each null where the sentence does not say. */
export function ownFields(t: Tokens, r: Reading, m: Meaning, base: Meaning | null): Meaning['own'] {
  switch (m.type) {
    case 'growth':
      return {
        basis: basisOf(t, r),
        direction: directionOf(m),
        level: typeof base?.value === 'number' && base.type !== 'growth' ? base.value : null,
      };
    case 'share':
      return { whole: spanText(t, isEmpty(r.whole) ? (r.ofWhole ? r.noun : r.whole) : r.whole) || null };
    case 'investment':
      return {
        project: m.subject && PROJECT.test(m.subject) ? m.subject : null,
        phase: PHASE.exec(around(t, r))?.[0] ?? null,
      };
    case 'capacity':
      return { product: m.item, per: PER.exec(m.metric ?? '')?.[0] ?? /[年日天月时]$/.exec(m.unit ?? '')?.[0] ?? null };
    case 'price':
      return { per: perOf(t, r, m) };
    case 'people':
      return { group: m.item };
    default:
      return {};
  }
}

const PROJECT = /(项目|工程|基地|产业园|园区|生产线|机组|公路|高速|铁路|水库|电站)$/;
const PHASE = /[一二三四五六首]期/;
const PER = /^[年日月]/;

const around = (t: Tokens, r: Reading): string => t.source.slice(t.start[r.from], t.end[r.at]);

/** 同比, 比上年四季度: the word, with the time that it compares with. */
function basisOf(t: Tokens, r: Reading): string | null {
  if (r.basis >= 0) return word(t, r.basis);
  for (let i = r.at - 1; i >= r.from; i--)
    if (isOneOf(t, i, ['比', '较'])) {
      const span: Span = { from: i, to: Math.min(i + 2, r.at) };
      return spanText(t, span);
    }
  return isEmpty(r.compared) ? null : spanText(t, r.compared);
}

function directionOf(m: Meaning): 'up' | 'down' | null {
  const v = typeof m.value === 'number' ? m.value : (m.quantity.minValue ?? m.quantity.maxValue ?? 0);
  return v > 0 ? 'up' : v < 0 ? 'down' : null;
}

function perOf(t: Tokens, r: Reading, m: Meaning): string | null {
  const unit = /\/(.+)$/.exec(m.unit ?? '');
  if (unit) return unit[1]!;
  return /每([^每，。；\d]{1,4})$/.exec(t.source.slice(t.start[r.from], t.start[r.at]))?.[1] ?? null;
}
