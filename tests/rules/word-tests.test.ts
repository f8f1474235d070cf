import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, endsOn, holdsOneOf } from '../../src/rules/word-tests.ts';

const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁') });
const words = fc.array(text.filter((w) => w.length > 0));

test('a stretch of text is found to begin on, end on or hold what string functions find in it', () => {
  fc.assert(
    fc.property(words, text, text, text, (list, before, stretch, behind) => {
      const place = [before + stretch + behind, before.length, before.length + stretch.length] as const;
      expect(beginning(list)(...place) - before.length).toBe(list.find((w) => stretch.startsWith(w))?.length ?? 0);
      expect(endsOn(list)(...place)).toBe(list.some((w) => stretch.endsWith(w)));
      expect(holdsOneOf(list)(...place)).toBe(list.some((w) => stretch.includes(w)));
    }),
  );
});
