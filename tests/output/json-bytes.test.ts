import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bytes, Names } from '../../src/output/bytes.ts';
import { jsonWriter, ndjsonWriter } from '../../src/output/json.ts';
import type { Output } from '../../src/output/writer.ts';
import { extractText } from '../../src/pipeline.ts';
import type { FigureRecord } from '../../src/record/schema.ts';
import { loadCorpus } from '../meaning/scoring.ts';
import { seedText } from '../seed.ts';

const ALL = new Set(['all']);
const text = (output: Output): string => Buffer.from(output as string).toString();
const pages = [seedText(), ...loadCorpus('tests/corpus/meaning').map((row) => row.text)];

test('a record is the bytes that JSON.stringify gives', () => {
  const writer = ndjsonWriter();
  for (const page of pages) {
    const records = extractText(page, { types: ALL, file: '一 "份" 文件\\.txt' });
    expect(text(writer.records(records))).toBe(records.map((r) => `${JSON.stringify(r)}\n`).join(''));
  }
});

test('any text and number in a record', () => {
  const [sample] = extractText('总投资25亿元的水厂项目开工。');
  const anyText = fc
    .string({ unit: 'binary' })
    .chain((s) => fc.constantFrom(s, `${s}\ud800`, `\udc00${s}`, `${s}"\\\n\u0001`));
  const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 2 ** 31, 1e21, 0.1));
  const records = fc.record({
    text: anyText,
    value: anyNumber,
    minValue: anyNumber,
    subject: fc.option(anyText),
    inferred: fc.array(anyText),
    period: fc.record({ text: anyText, edtf: fc.option(anyText) }),
    phase: fc.option(anyText),
  });
  fc.assert(
    fc.property(fc.array(records, { maxLength: 4 }), (parts) => {
      const list = parts.map(({ minValue, ...part }) => {
        const { id, type, text, value, ...rest } = { ...sample!, ...part };
        return { id, type, text, value, minValue, ...rest } as FigureRecord;
      });
      expect(text(ndjsonWriter().records(list))).toBe(list.map((r) => `${JSON.stringify(r)}\n`).join(''));
    }),
  );
});

test('a JSON array is one, however its records come', () => {
  const records = extractText(seedText());
  const parts = [records.slice(0, 1), [], records.slice(1)];
  const ndjson = ndjsonWriter();
  const asRecords = jsonWriter();
  const asLines = jsonWriter();
  const whole = [asRecords.begin(), ...parts.map((p) => asRecords.records(p)), asRecords.end() as Output];
  const lines = [
    asLines.begin(),
    ...parts.map((p) => asLines.lines!(ndjson.records(p) as Uint8Array)),
    asLines.end() as Output,
  ];
  expect(JSON.parse(whole.map(text).join(''))).toEqual(records);
  expect(lines.map(text).join('')).toBe(whole.map(text).join(''));
  const none = jsonWriter();
  expect(JSON.parse(text(none.begin()) + text(none.end() as Output))).toEqual([]);
});

test('a number is written as JavaScript writes it', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }), fc.nat(9))
    .map(([digits, places]) => Number(`${digits}e-${places}`));
  const whole = fc.maxSafeInteger();
  const odd = fc.constantFrom(
    -0,
    1e-6,
    1e-7,
    0.1 + 0.2,
    1999.999999,
    2000.01,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 53,
    1e21,
    Number.NaN,
  );
  fc.assert(
    fc.property(fc.oneof(decimal, whole, odd, fc.double()), (value) => {
      const out = new Bytes(1);
      out.number(value);
      expect(text(out.written())).toBe(JSON.stringify(value));
    }),
    { numRuns: 5000 },
  );
});

test('any value behind a key that has few, however many come', () => {
  const names = new Names(',"rule":');
  const values = Array.from({ length: 300 }, (_, n) => `规则"${n % 7 === 0 ? '很长'.repeat(n) : n}\u007f`);
  for (const value of [...values, ...values, null, '\ud800']) {
    const out = new Bytes(1);
    out.name(names, value);
    expect(text(out.written())).toBe(`,"rule":${JSON.stringify(value)}`);
  }
});

test('bytes grow with what is written', () => {
  const out = new Bytes(1);
  for (let n = 0; n < 1000; n++) out.number(n);
  expect(text(out.written())).toBe(Array.from({ length: 1000 }, (_, n) => n).join(''));
});
