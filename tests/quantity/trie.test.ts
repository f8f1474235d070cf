import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTrie } from '../../src/quantity/trie.ts';

const codes = (text: string): Uint16Array => Uint16Array.from([...text].map((ch) => ch.charCodeAt(0)));

test('the longest word is found from either end', () => {
  const ofFew = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...'一二三四五六七八九十百千'), minLength: 1, maxLength });
  fc.assert(
    fc.property(fc.uniqueArray(ofFew(4), { maxLength: 200 }), ofFew(12), (words, text) => {
      const entries = words.map((w, id) => [w, id] as const);
      const forth = buildTrie(entries, null);
      const back = buildTrie(entries, null, true);
      for (let at = 0; at <= text.length; at++) {
        const begin = words.filter((w) => text.startsWith(w, at)).sort((a, b) => b.length - a.length)[0];
        expect(forth.match(codes(text), at, text.length)).toBe(at + (begin?.length ?? 0));
        if (begin) expect(words[forth.id]).toBe(begin);
        const end = words.filter((w) => text.slice(0, at).endsWith(w)).sort((a, b) => b.length - a.length)[0];
        expect(back.matchBack(codes(text), at, 0)).toBe(at - (end?.length ?? 0));
        if (end) expect(words[back.id]).toBe(end);
      }
      for (const [id, word] of words.entries()) {
        let node = 0;
        for (const c of codes(word)) node = forth.step(node, c);
        expect(forth.wordAt(node)).toBe(id);
      }
    }),
    { numRuns: 500 },
  );
});
