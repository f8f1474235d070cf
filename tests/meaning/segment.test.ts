import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWord } from '../../src/meaning/add-words.ts';
import { type Dictionary, NO_WORD, readDictionary } from '../../src/meaning/dictionary.ts';
import { compileLexicon, type Lexicon } from '../../src/meaning/lexicon.ts';
import { segment } from '../../src/meaning/segment.ts';
import { builtInRules } from '../../src/rules/built-in.ts';
import type { RuleFile } from '../../src/rules/format.ts';
import { mergeRules } from '../../src/rules/merge.ts';

const lexiconOf = (...own: RuleFile[]): Lexicon => compileLexicon(mergeRules(builtInRules(), own));
const lexicon = lexiconOf();
const noEnds = new Uint8Array(65536);

function wordsOf(text: string, by = lexicon): string[] {
  const cut = segment(text, 0, text.length, by, noEnds);
  const words: string[] = [];
  for (let i = 0; i < text.length; i = cut.to[i]!) words.push(text.slice(i, cut.to[i]));
  return words;
}

/** Weight of a word, -Infinity for what is none. */
function weightOf({ nodes, weights, code }: Dictionary, word: string): number {
  let node = 0;
  for (let k = 0; k < word.length; k++) {
    const next = nodes[4 * node]! + code[word.charCodeAt(k)]!;
    if (nodes[4 * next + 1] !== node) return -Infinity;
    node = next;
  }
  return weights[4 * node + 2]!;
}

/** The likeliest cut found plainly: from the begin, where the first found of equals stays. */
function plainCut(text: string): string[] {
  const best = [{ sum: 0, words: [] as string[] }];
  for (let to = 1; to <= text.length; to++) {
    let most = { sum: -Infinity, words: [] as string[] };
    for (let from = 0; from < to; from++) {
      const word = text.slice(from, to);
      const sum = best[from]!.sum + weightOf(lexicon.words, word);
      if (sum > most.sum) most = { sum, words: [...best[from]!.words, word] };
    }
    best.push(most);
  }
  return best.at(-1)!.words;
}

const ruleWords = [...mergeRules(builtInRules()).words.values()].flat().filter((w) => !w.includes('…'));
const piece = fc.oneof(
  fc.constantFrom(...ruleWords),
  fc.constantFrom(...ruleWords).map((w) => w.slice(1)),
  fc.constantFrom('产业', '集聚', '的', '园区', '武', 'é', '镕'),
);

describe('a run of text', () => {
  test('is cut into the likeliest words', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        expect(wordsOf(text)).toEqual(text === '' ? [] : plainCut(text));
      }),
    );
  });

  test('of cuts that are as likely has the one with the longer last words', () => {
    expect(wordsOf('新能源汽车保有量')).toEqual(['新能源', '汽车保有量']);
  });

  test('ends on what no word holds, or at the limit', () => {
    const ends = new Uint8Array(65536);
    ends['，'.charCodeAt(0)] = 1;
    expect(segment('全市，全省', 0, 5, lexicon, ends).length).toBe(2);
    expect(segment('全市，全省', 0, 1, lexicon, ends).length).toBe(1);
  });
});

test('a user’s words are words, of whatever characters, and take none away', () => {
  const added = fc.array(
    fc.string({ unit: fc.constantFrom('全', '市', '增', '長', 'ㄅ', 'Ω', '鱻'), minLength: 1, maxLength: 6 }),
  );
  const everyday = ruleWords.filter((_, i) => i % 50 === 0);
  fc.assert(
    fc.property(added, (words) => {
      const own = lexiconOf({ words: { noun: words } });
      for (const w of words) expect(weightOf(own.words, w)).toBeGreaterThanOrEqual(-10);
      for (const w of everyday) expect(weightOf(own.words, w)).toBe(weightOf(lexicon.words, w));
      expect(wordsOf('ㄆ', own)).toEqual(['ㄆ']);
    }),
    { numRuns: 10 },
  );
});

test('a character that comes with a word is no word by itself', () => {
  const d = readDictionary();
  addWord(d, '鱻Ω');
  expect(weightOf(d, '鱻')).toBe(NO_WORD);
  expect(weightOf(d, 'Ω')).toBe(NO_WORD);
});
