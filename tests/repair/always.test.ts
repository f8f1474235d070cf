import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import type { SourceText } from '../../src/repair/types.ts';
import { breakPage, cleanPage, way } from './breaker.ts';

/** Text of every kind: any Unicode, lone surrogates, and the characters that repair acts on, in any order. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '年',
        '亿元',
        '增长',
        '12',
        '3.5',
        '%',
        ' ',
        '　',
        '\n',
        '\r\n',
        '\n\n',
        '\f',
        '，',
        '。',
        '（',
        '）',
        '１',
        '％',
        'a',
        '\ud800',
        '\0',
        '\u200b',
        '&nbsp;',
        '本报讯',
        '摄',
        '①4',
        ',',
        '-',
      ),
      { maxLength: 60 },
    )
    .map((p) => p.join('')),
  fc.tuple(cleanPage, way).map(([p, w]) => breakPage(p, w)?.raw ?? ''),
);
const RUNS = { numRuns: Number(process.env.SHUMU_RUNS ?? 3000), seed: 11 };
const holds = (what: (mended: SourceText) => void): void =>
  fc.assert(
    fc.property(anyText, (raw) => {
      what(repair(raw));
    }),
    RUNS,
  );

describe('whatever the text', () => {
  test('mending mended text changes nothing', () => holds(({ text }) => expect(repair(text).text).toBe(text)));

  test('the map is total and never goes back', () =>
    holds(({ text, raw, map }) => {
      let before = 0;
      for (let i = 0; i <= text.length; i++) {
        const at = map.toRaw(i);
        if (at < before || at > raw.length) throw new Error(`offset ${i} leads to ${at} after ${before}`);
        before = at;
      }
    }));

  test('every character that is no blank is in the mended text or in an edit', () =>
    holds((mended) => {
      const { raw, text, map } = mended;
      const kept = new Set<number>();
      for (let i = 0; i < text.length; i++) kept.add(map.toRaw(i));
      for (const e of mended.edits()) for (let k = e.rawStart; k < e.rawEnd; k++) kept.add(k);
      for (let k = 0; k < raw.length; k++)
        if (raw[k]!.trim() !== '' && !kept.has(k)) throw new Error(`offset ${k} is lost`);
    }));

  test('lines cover the mended text in order', () =>
    holds(({ text, lines }) => {
      expect(lines.map((l) => text.slice(l.start, l.end)).join('\n')).toBe(text);
    }));

  test('stops are where 。！？!? stand', () =>
    holds(({ text, stops }) => expect(stops).toEqual([...text.matchAll(/[。！？!?]/g)].map((m) => m.index))));

  test('numerals that lost a digit are flagged wherever they stand', () =>
    holds(({ text, flags }) => {
      const broken = [...text.matchAll(/\d+\.(?=[万亿元吨%])|\d{1,3}(?:,\d{1,2}(?=,)|,\d{4,})[\d,]*/g)];
      expect(flags.map((f) => f.start)).toEqual(broken.map((m) => m.index));
    }));

  // passes work in arrays that one text leaves to the next
  test('nothing of a text is left in the next', () => {
    const all = ({ text, lines, map, stops, flags, edits }: SourceText) =>
      JSON.stringify([text, lines, [...text].map((_, i) => map.toRaw(i)), stops, flags, edits()]);
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const first = repair(one);
        const before = all(first);
        repair(other);
        expect(all(first)).toBe(before);
        expect(all(repair(one))).toBe(before);
      }),
      { ...RUNS, numRuns: RUNS.numRuns / 3 },
    );
  });
});

describe('bad input', () => {
  test('an empty text stays empty', () => expect(repair('').text).toBe(''));
  test('ten megabytes on one line pass', () =>
    expect(repair('总投资25亿元，'.repeat(1_300_000)).text.length).toBe(10_400_000));
  test('a text longer than what is kept ready is mended as a short one', () => {
    const page = `总投资\n\n25\n\n亿元，增长３５％。${'全市上下齐心协力。'.repeat(30)}\n`;
    const { text } = repair(page);
    expect(repair(page.repeat(500)).text).toBe(`${text}\n`.repeat(500).trimEnd());
    expect(repair(page).text).toBe(text);
  });
  test('a million empty lines pass', () => expect(repair('\n'.repeat(1_000_000)).text).toBe(''));
});
