import { stringify } from 'csv-stringify/sync';
import { COLUMNS, leaves } from './columns.ts';
import type { FormatOptions, TextFormat } from './format.ts';
import { withoutFormula } from './formulas.ts';

/** RFC 4180 with LF: a header, then one row a record. */
export function csv(options: Pick<FormatOptions, 'escapeFormulas'>): TextFormat {
  return {
    begin: () => `${COLUMNS.join(',')}\n`,
    records: (records) =>
      records.length === 0
        ? ''
        : stringify(
            records.map((r) =>
              leaves(r).map((cell) =>
                typeof cell === 'string' && options.escapeFormulas ? withoutFormula(cell) : cell,
              ),
            ),
          ),
    end: () => '',
  };
}
