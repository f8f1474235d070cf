import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTrie, Trie } from '../../src/quantity/trie.ts';
import { pack, type Rows, unpack } from '../../src/rules/pack.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 4 }).filter((s) => s !== '__proto__');
const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const array = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.int32Array(),
  fc.array(fc.integer()).map((list) => Float32Array.from(list)),
);
const map = fc.array(fc.tuple(text, fc.array(leaf))).map((entries) => new Map(entries));
const data = fc.letrec<{ any: unknown; object: object }>((tie) => ({
  any: fc.oneof(leaf, array, map, fc.array(tie('any'), { maxLength: 4 }), tie('object')),
  object: fc.dictionary(text, tie('any'), { maxKeys: 5, noNullPrototype: true }),
})).object;

test('what is packed comes back', () => {
  fc.assert(
    fc.property(data, (before) => {
      expect(unpack(pack(before), {})).toEqual(before);
    }),
  );
});

test('lists of many objects that are alike come back as rows', () => {
  const unit = fc.record(
    { name: text, code: fc.constantFrom('m', 'kg', null), before: fc.option(fc.array(text)) },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(unit, { minLength: 100, maxLength: 120 }), (before) => {
      const { list } = unpack(pack({ list: before }), {}) as { list: Rows<object> };
      expect(list.length).toBe(before.length);
      expect(before.map((_, i) => list.at(i))).toEqual(before);
      expect(list.at(before.length)).toBe(undefined);
      expect(list.at(7)).toBe(list.at(7));
    }),
  );
});

test('an array is a view of the file, not a copy', () => {
  const packed = pack({ codes: Uint16Array.of(1, 2, 3) });
  const { codes } = unpack(packed, {}) as { codes: Uint16Array };
  expect(codes.buffer).toBe(packed.buffer);
});

test('two views of the same memory come back as that', () => {
  const nodes = Int32Array.of(1, 2, 3);
  const packed = pack({ nodes, weights: new Float32Array(nodes.buffer), other: Int32Array.of(1, 2, 3) });
  const back = unpack(packed, {}) as { nodes: Int32Array; weights: Float32Array; other: Int32Array };
  expect(back.nodes).toEqual(nodes);
  expect(back.weights.byteOffset).toBe(back.nodes.byteOffset);
  expect(back.other.byteOffset).not.toBe(back.nodes.byteOffset);
});

test('an object of a class is made anew', () => {
  const trie = buildTrie([['公里', 7]], null);
  const { again } = unpack(pack({ again: trie }), { Trie }) as { again: Trie };
  expect(again).toEqual(trie);
  expect(
    again.match(
      Uint16Array.from('5公里路', (c) => c.charCodeAt(0)),
      1,
      4,
    ),
  ).toBe(3);
  expect(again.id).toBe(7);
});

test('what has functions cannot be packed', () => {
  expect(() => pack({ units: { ahead: () => false } })).toThrow('data.units.ahead: a function cannot be packed');
});
