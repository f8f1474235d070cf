import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIds } from '../../src/record/id.ts';
import { createPlaces } from '../../src/record/places.ts';

const pages = fc
  .array(fc.constantFrom('亿', 'a', '\n', '𠀀', '\ud800', '\udc00'), { maxLength: 60 })
  .map((c) => c.join(''));

test('lines, columns and code points are those that counting gives, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(pages, fc.array(fc.nat(60)), (text, offsets) => {
      const places = createPlaces(text);
      for (const wanted of offsets) {
        const offset = Math.min(wanted, text.length);
        // a place never stands within a character
        if (text.charCodeAt(offset) >> 10 === 0x37 && text.charCodeAt(offset - 1) >> 10 === 0x36) continue;
        const before = text.slice(0, offset);
        const lines = before.split('\n');
        const codePoints = [...before].length;
        const place = places.at(offset);
        expect(place).toEqual({ offset, codePoints, lines: lines.length - 1, column: [...lines.at(-1)!].length });
        expect(places.behind(places.at(0), offset)).toEqual({ codePoints, lines: lines.length - 1 });
      }
    }),
  );
});

test('ids depend on the content and the place alone, and no two places of a file share one', () => {
  const idOf = createIds('a'.repeat(64));
  const ids = new Set<string>();
  for (let start = 0; start < 50_000; start++) for (const length of [1, 2]) ids.add(idOf(start, start + length, 0));
  ids.add(idOf(5, 6, 1));
  ids.add(idOf(5 + 2 ** 32, 6 + 2 ** 32, 0));
  expect(ids.size).toBe(100_002);
  for (const id of [...ids].slice(0, 1000)) expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(createIds('a'.repeat(64))(5, 6, 0)).toBe(idOf(5, 6, 0));
  expect(createIds('b'.repeat(64))(5, 6, 0)).not.toBe(idOf(5, 6, 0));
});
