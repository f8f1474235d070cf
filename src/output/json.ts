import type { TextFormat } from './format.ts';

/** One array, written as it comes. */
export function json(): TextFormat {
  let first = true;
  return {
    begin: () => '[',
    records: (records) =>
      records
        .map((r) => {
          const line = `${first ? '\n' : ',\n'}${JSON.stringify(r)}`;
          first = false;
          return line;
        })
        .join(''),
    end: () => '\n]\n',
  };
}

/** One record a line. */
export const ndjson = (): TextFormat => ({
  begin: () => '',
  records: (records) => records.map((r) => `${JSON.stringify(r)}\n`).join(''),
  end: () => '',
});
