import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/output/columns.ts';
import { cellWidth, cutToWidth, harmless } from '../../src/output/terminal.ts';
import { createWriter } from '../../src/output/writer.ts';
import { extractText } from '../../src/pipeline.ts';
import { SEED_DATE, seedText } from '../seed.ts';

test.each([
  ['abc', 3],
  ['投资', 4],
  ['２５', 4],
  ['ａ，。', 6],
  ['é', 1],
  ['e\u0301', 1],
  ['𠮷', 2],
  ['①', 1],
  ['', 0],
])('%j takes %i cells', (text, cells) => expect(cellWidth(text)).toBe(cells));

test('a cut text is never wider than asked for, and whole where it fits', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '投', '2', '，', '𠮷', 'e\u0301') }),
      fc.nat(30),
      (text, width) => {
        const cut = cutToWidth(text, width);
        expect(cellWidth(cut)).toBeLessThanOrEqual(width);
        if (cellWidth(text) <= width) expect(cut).toBe(text);
      },
    ),
  );
});

test('nothing that steers a terminal gets through, everything else does', () => {
  expect(harmless('\u001b[31m红\u0007\u202e\u2066\u009b')).toBe('\\u001b[31m红\\u0007\\u202e\\u2066\\u009b');
  expect(harmless('a\nb\tc\r')).toBe('a\\nb\\tc\\u000d');
  expect(harmless('投资25亿元，𠮷 é ①')).toBe('投资25亿元，𠮷 é ①');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(harmless(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
  );
});

describe('table', () => {
  const columns = COLUMNS.filter((c) => ['type', 'text', 'value', 'subject', 'source_sentence'].includes(c.name));
  const table = async (width: number, colour = false) => {
    const writer = await createWriter('table', {
      columns,
      headers: 'en',
      excel: false,
      escapeFormulas: true,
      width,
      colour,
    });
    const records = extractText(seedText(), { date: SEED_DATE });
    return `${writer.begin()}${writer.records(records)}${await writer.end()}`.trimEnd().split('\n');
  };

  test.each([60, 80, 120])('no line is wider than %i cells', async (width) => {
    const lines = await table(width);
    expect(lines.length).toBeGreaterThan(80);
    for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
  });

  test('colours only where they are wanted', async () => {
    expect((await table(80)).join('')).not.toContain('\u001b');
    expect((await table(80, true)).join('')).toContain('\u001b[');
  });
});
