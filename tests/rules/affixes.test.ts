import fc from 'fast-check';
import { expect, test } from 'vitest';
import { affixLists, beginsOn, endsOn, isIn, standsIn } from '../../src/rules/affixes.ts';

const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁') });
const words = fc.array(text.filter((w) => w.length > 0));

test('lists say of a part of a text what string functions say of the part', () => {
  fc.assert(
    fc.property(words, words, text, text, text, (one, other, before, part, behind) => {
      const listOf = affixLists();
      const [first, last] = [listOf(one, 'first'), listOf(one, 'last')];
      listOf(other, 'first'); // shares the table
      const place = [before + part + behind, before.length, before.length + part.length] as const;
      expect(beginsOn(first, ...place)).toBe(one.find((w) => part.startsWith(w))?.length ?? 0);
      expect(endsOn(last, ...place)).toBe(one.some((w) => part.endsWith(w)));
      expect(isIn(last, ...place)).toBe(one.includes(part));
      expect(standsIn(first, ...place)).toBe(one.some((w) => part.includes(w)));
    }),
  );
});
