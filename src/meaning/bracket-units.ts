import type { Page } from '../layout/types.ts';
import type { Quantity } from '../quantity/types.ts';
import { unitOf, withUnit } from './header-unit.ts';

/** What the words before a bare number say of it: 参赛人数（人）：男子组128. */
export interface Cell {
  metric: string | null;
  subject: string | null;
}

export interface Supplied {
  /** The quantities, bare numbers behind a unit in brackets with that unit. */
  quantities: readonly Quantity[];
  /** Quantities whose unit came from brackets, with what else stands there. */
  cells: ReadonlyMap<Quantity, Cell>;
}

const IN_BRACKETS = /[（(]\s*(?:(?:单位|單位)[:：])?\s*([^（）()，。、]{1,10})\s*[）)]/g;

/**
 * Supplies units that stand in brackets before the number in its own paragraph: 商品房销售面积（万平方米）为143.7. Texts without
 * bare numbers come back as they are.
 */
export function supplyUnits(page: Page, quantities: readonly Quantity[]): Supplied {
  const { text } = page.source;
  const cells = new Map<Quantity, Cell>();
  if (!quantities.some((q) => q.dimension === 'number') || !(text.includes('（') || text.includes('(')))
    return { quantities, cells };
  const out = [...quantities];
  let q = 0;
  for (const paragraph of page.paragraphs) {
    while (q < out.length && out[q]!.start < paragraph.start) q++;
    if (paragraph.role === 'table') continue;
    for (; q < out.length && out[q]!.start < paragraph.end; q++) {
      const number = out[q]!;
      if (number.dimension !== 'number') continue;
      const before = text.slice(paragraph.start, number.start);
      const like = before.includes('）') || before.includes(')') ? nearestBracket(before) : null;
      if (!like) continue;
      const filled = withUnit(number, like);
      out[q] = filled;
      cells.set(filled, cellOf(before));
    }
  }
  return { quantities: out, cells };
}

/** 参赛人数（人）：男子组128，女子组96: the measure stands before the brackets, each owner before its number. */
function cellOf(before: string): Cell {
  const m = /([^，。；：（）()]+)[（(][^（）()]+[）)][:：](?:.*[，、；])?([^，。；：、\d]+)$/.exec(before);
  return { metric: m?.[1] ?? null, subject: m?.[2]?.trim() ?? null };
}

/** The unit in the last brackets that hold one. */
function nearestBracket(before: string): Quantity | null {
  let found: Quantity | null = null;
  for (const m of before.matchAll(IN_BRACKETS)) found = unitOf(m[1]!) ?? found;
  return found;
}
