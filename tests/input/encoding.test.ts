import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badUtf8, decode, type Encoding } from '../../src/input/decode.ts';
import { detectEncoding } from '../../src/input/detect.ts';
import traditional from '../../src/rules/traditional.yaml';
import { loadCorpus } from '../meaning/scoring.ts';
import { encode } from './encoders.ts';

const read = (bytes: Uint8Array) => {
  const { encoding, bom } = detectEncoding(bytes);
  return { encoding, ...decode(bytes.subarray(bom), encoding) };
};
const SENTENCE = '总投资25亿元的发动机生产基地项目正式开工建设，规划面积127平方公里。\n';

test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const)('%s is found and read', (encoding) => {
  const text = encoding === 'big5' ? '總投資25億元的發動機生產基地項目正式開工建設。\n' : SENTENCE;
  expect(read(encode(text, encoding))).toMatchObject({ encoding, text, badCount: 0 });
});

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const)('a byte-order mark of %s is taken off', (encoding, mark) => {
  const bytes = Uint8Array.from([...mark, ...encode(SENTENCE, encoding)]);
  expect(read(bytes)).toMatchObject({ encoding, text: SENTENCE });
});

test('UTF-16 of ASCII only is no UTF-8 with NULs', () =>
  expect(read(encode('25 km, 127 m2\n', 'utf-16le')).text).toBe('25 km, 127 m2\n'));

test('a GB18030 text that is well-formed UTF-8 by accident', () =>
  expect(read(Uint8Array.of(0xc1, 0xaa, 0xcd, 0xa8)).encoding).toBe('gb18030'));

/** The Traditional form of a text, character by character. */
const toTraditional = (() => {
  const forms = new Map<string, string>();
  for (const row of (traditional as { pairs: string[] }).pairs)
    for (let i = 0; i + 1 < row.length; i += 2) if (!forms.has(row[i + 1]!)) forms.set(row[i + 1]!, row[i]!);
  return (text: string) => Array.from(text, (c) => forms.get(c) ?? c).join('');
})();

describe('GB18030 and Big5 are told apart in at least 99 of 100 texts of 20 characters or more', () => {
  const texts = loadCorpus('tests/corpus/meaning').map(({ text }) => text.replaceAll('\n', ''));
  test.each([
    ['Simplified in GB18030', 'gb18030', (text: string) => text],
    ['Traditional in GB18030', 'gb18030', toTraditional],
    ['Traditional in Big5', 'big5', toTraditional],
  ] as const)('%s', (_, encoding, form) => {
    let right = 0;
    let all = 0;
    for (const text of texts)
      for (let at = 0; at < text.length; at += 30) {
        const bytes = encode(form(text.slice(at, at + 20 + (at % 41))), encoding);
        const wanted = decode(bytes, encoding).text;
        if (wanted.length < 20) continue;
        all++;
        if (read(bytes).text === wanted) right++;
      }
    expect(all).toBeGreaterThan(500);
    expect(right / all).toBeGreaterThanOrEqual(0.99);
  });
});

describe('damage', () => {
  test('UTF-8 cut at any byte stays UTF-8, with the cut marked', () => {
    const bytes = encode(SENTENCE, 'utf-8');
    for (let length = 6; length < bytes.length; length++) {
      const { encoding, text, badCount } = read(bytes.subarray(0, length));
      expect(encoding).toBe('utf-8');
      expect(badCount).toBe(text.endsWith('\ufffd') ? 1 : 0);
      expect(SENTENCE.startsWith(text.replace('\ufffd', ''))).toBe(true);
    }
  });

  test('undecodable bytes are marked where they stand, in every encoding', () => {
    for (const encoding of ['utf-8', 'gb18030', 'big5'] as const) {
      const good = encode('投入', encoding);
      const bytes = Uint8Array.from([...good, 0xff, ...good]);
      const text = decode(good, encoding).text;
      expect(decode(bytes, encoding)).toMatchObject({ text: `${text}\ufffd${text}`, bad: [good.length], badCount: 1 });
    }
    const lone = Uint8Array.from([...encode('投', 'utf-16le'), 0x00, 0xd8, ...encode('入', 'utf-16le')]);
    expect(decode(lone, 'utf-16le')).toMatchObject({ text: '投\ufffd入', bad: [2] });
  });

  test('a Big5 pair without a character is marked, no private-use character comes out', () => {
    const { text, bad } = decode(Uint8Array.of(0xa4, 0xa4, 0xfe, 0xfe, 0xa4, 0xa4), 'big5');
    expect(text).toBe('中\ufffd中');
    expect(bad).toEqual([2]);
  });

  test('the four-byte characters of GB18030', () =>
    expect(decode(Uint8Array.of(0x81, 0x30, 0x84, 0x36, 0x90, 0x30, 0x81, 0x30), 'gb18030').text).toBe('¥𐀀'));

  test('faults of UTF-8 are counted as the platform’s decoder counts them', () => {
    let state = 7;
    const byte = () => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return [0xe4, 0xb8, 0xad, 0xf0, 0x9f, 0x80, 0x41, 0xed, 0xa0, 0xff][(state >> 8) % 10]!;
    };
    for (let run = 0; run < 3000; run++) {
      const bytes = Uint8Array.from({ length: 12 }, byte);
      const replaced = [...new TextDecoder().decode(bytes)].filter((c) => c === '\ufffd').length;
      expect(badUtf8(bytes)).toHaveLength(replaced);
    }
  });

  test('well-formed UTF-8 is read as the platform reads it, marks within the text too', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
        const bytes = Buffer.from(`${written}\ufeff${written}`);
        expect(decode(bytes, 'utf-8').text).toBe(bytes.toString('utf8'));
      }),
      { seed: 5 },
    ));

  test('decoding in parts gives what decoding at once gives', () => {
    for (const encoding of ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as Encoding[]) {
      const bytes = encode('總投資25億元，規劃面積127平方公里。', encoding);
      for (let cut = 0; cut <= bytes.length; cut++) {
        const first = decode(bytes.subarray(0, cut), encoding, false);
        const rest = decode(bytes.subarray(first.used), encoding);
        expect(first.text + rest.text).toBe(decode(bytes, encoding).text);
      }
    }
  });
});
