import type { FigureRecord } from '../record/schema.ts';

/**
 * The columns of every flat format: one a leaf of the record, nested names joined by `_`, in the contract's order, then the
 * fields that only some types have. Neither order nor set depends on the data; a test holds this list to the schema.
 */
export const COLUMNS = [
  'id',
  'type',
  'text',
  'value',
  'minValue',
  'maxValue',
  'unit',
  'unitCode',
  'canonical_value',
  'canonical_minValue',
  'canonical_maxValue',
  'canonical_unit',
  'subject',
  'metric',
  'item',
  'period_text',
  'period_edtf',
  'status',
  'modifier',
  'inferred',
  'rule',
  'source_file',
  'source_sha256',
  'source_article_index',
  'source_article_title',
  'source_line',
  'source_column',
  'source_endLine',
  'source_start',
  'source_end',
  'source_sentence',
  'project',
  'phase',
  'per',
  'group',
  'product',
  'basis',
  'direction',
  'level',
  'whole',
] as const;

const PATHS = COLUMNS.map((c) => c.split('_'));

export type Cell = string | number | null;

/** The record's leaves in the order of `COLUMNS`; lists joined by a blank, null for what it does not have. */
export function leaves(record: FigureRecord): Cell[] {
  return PATHS.map((path) => {
    let value: unknown = record;
    for (const key of path)
      value = value === null || value === undefined ? null : (value as Record<string, unknown>)[key];
    if (Array.isArray(value)) return value.join(' ');
    return value === undefined ? null : (value as Cell);
  });
}
