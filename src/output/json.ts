import type { FigureRecord } from '../record/schema.ts';
import type { RecordWriter } from './writer.ts';

/** One JSON array, a record a line. */
export function jsonWriter(): RecordWriter {
  let isFirst = true;
  return {
    begin: () => '[',
    records(records) {
      let out = '';
      for (const record of records) {
        out += (isFirst ? '\n' : ',\n') + JSON.stringify(record);
        isFirst = false;
      }
      return out;
    },
    lines(ndjson) {
      if (ndjson === '') return '';
      // A line end never stands raw within JSON.
      const out = (isFirst ? '\n' : ',\n') + ndjson.slice(0, -1).replaceAll('\n', ',\n');
      isFirst = false;
      return out;
    },
    end: () => (isFirst ? ']\n' : '\n]\n'),
  };
}

/** One record a line. */
export function ndjsonWriter(): RecordWriter {
  return { begin: () => '', records: linesOf, lines: (ndjson) => ndjson, end: () => '' };
}

function linesOf(records: readonly FigureRecord[]): string {
  let out = '';
  for (const record of records) out += JSON.stringify(record) + '\n';
  return out;
}
