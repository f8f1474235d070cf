import { type BasicType, ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { FigureRecord } from '../record/schema.ts';
import type { Column } from './columns.ts';
import { headingOf } from './csv.ts';
import type { RecordWriter, WriterOptions } from './writer.ts';

const ROWS_A_GROUP = 50_000;

interface ParquetColumn {
  name: string;
  type: BasicType;
  of: (record: FigureRecord) => string | number | null;
}

/**
 * Typed columns. `value` is a number here: what a date's value says stands in a column of its own, `value_edtf`.
 */
export function parquetWriter(options: WriterOptions): RecordWriter {
  const columns = options.columns.flatMap((c) => parquetColumns(c, options.headers));
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: sources(columns, []) }),
  });
  let held: FigureRecord[] = [];
  const drain = (): Uint8Array => {
    const out = new Uint8Array(bytes.getBuffer());
    bytes.index = 0;
    return out;
  };
  const writeHeld = () => {
    if (held.length > 0) writer.write({ columnData: sources(columns, held), rowGroupSize: ROWS_A_GROUP });
    held = [];
  };
  return {
    begin: drain,
    records(records) {
      held.push(...records);
      if (held.length < ROWS_A_GROUP) return '';
      writeHeld();
      return drain();
    },
    end() {
      writeHeld();
      writer.finish();
      return drain();
    },
  };
}

function parquetColumns(column: Column, headers: 'en' | 'zh'): ParquetColumn[] {
  const name = headingOf(column, headers);
  if (column.kind === 'integer') return [{ name, type: 'INT32', of: column.of }];
  if (column.kind === 'number') return [{ name, type: 'DOUBLE', of: column.of }];
  if (column.kind === 'text') return [{ name, type: 'STRING', of: column.of }];
  const pick = (wanted: 'number' | 'string') => (record: FigureRecord) => {
    const cell = column.of(record);
    return typeof cell === wanted ? cell : null;
  };
  return [
    { name, type: 'DOUBLE', of: pick('number') },
    { name: headers === 'zh' ? '日期值' : `${name}_edtf`, type: 'STRING', of: pick('string') },
  ];
}

const sources = (columns: readonly ParquetColumn[], records: readonly FigureRecord[]): ColumnSource[] =>
  columns.map(({ name, type, of }) => ({ name, type, nullable: true, data: records.map(of) }));
