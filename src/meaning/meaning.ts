import type { Page } from '../layout/types.ts';
import type { Quantity } from '../quantity/types.ts';
import type { FigureType } from '../record/schema.ts';

/** What the sentence tells about one quantity: every field of the record but its place. Offsets stay in the quantity. */
export interface Meaning {
  quantity: Quantity;
  type: FigureType;
  subject: string | null;
  metric: string | null;
  item: string | null;
  period: { text: string; edtf: string | null } | null;
  status: 'actual' | 'planned' | 'target' | 'estimated';
  value: number | string | null;
  unit: string | null;
  inferred: string[];
  rule: string;
  /** Index into `Page.sentences`. */
  sentence: number;
  /** Fields of a type of its own (basis, whole, product …). */
  own: Record<string, string | number | null>;
}

/** Placeholder: types by dimension only. */
export function interpret(page: Page, quantities: Quantity[]): Meaning[] {
  let s = 0;
  return quantities
    .filter((q) => q.figure)
    .map((quantity) => {
      while (s < page.sentences.length - 1 && page.sentences[s]!.end <= quantity.start) s++;
      const type = quantity.dimension === 'money' ? 'money' : quantity.dimension === 'count' ? 'count' : 'number';
      return {
        quantity,
        type,
        subject: null,
        metric: null,
        item: null,
        period: null,
        status: 'actual',
        value: quantity.value,
        unit: quantity.unit,
        inferred: [],
        rule: 'placeholder',
        sentence: s,
        own: {},
      };
    });
}
