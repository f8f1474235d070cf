import { jsonBytes } from './json-bytes.ts';
import type { RecordWriter } from './writer.ts';

/** One JSON array, a record a line. */
export function jsonWriter(): RecordWriter {
  const json = jsonBytes(',\n', '');
  let isFirst = true;
  /** No comma stands before the first record. */
  const listed = (bytes: Uint8Array): Uint8Array => {
    const out = isFirst ? bytes.subarray(1) : bytes;
    isFirst = false;
    return out;
  };
  return {
    begin: () => '[',
    records: (records) => (records.length === 0 ? '' : listed(json.of(records).slice())),
    lines(ndjson) {
      if (ndjson.length === 0) return '';
      // A line end never stands raw within JSON.
      const text = Buffer.from(ndjson.buffer, ndjson.byteOffset, ndjson.length - 1).toString();
      return listed(Buffer.from(`,\n${text.replaceAll('\n', ',\n')}`));
    },
    end: () => (isFirst ? ']\n' : '\n]\n'),
  };
}

/** One record a line. */
export function ndjsonWriter(): RecordWriter {
  const json = jsonBytes('', '\n');
  return {
    begin: () => '',
    records: (records) => json.of(records),
    lines: (ndjson) => ndjson,
    end: () => '',
  };
}
