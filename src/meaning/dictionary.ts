import { readFileSync } from 'node:fs';

/** Everyday words with part of speech and weight; packed by scripts/build-dictionary.mjs, which says the layout. */
export interface Dictionary {
  slots: number;
  parent: Int32Array;
  target: Int32Array;
  edge: Uint16Array;
  /** Node → word that ends there, -1 for none. */
  wordAt: Int32Array;
  /** Word → natural logarithm of its share of all words. */
  weight: Float32Array;
  /** Word → part of speech: 0 noun, 1 verb, 2 verb as often a noun, 3 adverb, 4 preposition, 5 conjunction, 6 place, 7 body. */
  part: Uint8Array;
}

let loaded: Dictionary | null = null;

/** Reads the packed dictionary once. It stands beside the bundle; from the sources it is found in dist/. */
export function dictionary(): Dictionary {
  if (loaded) return loaded;
  const file =
    readBeside('./dictionary.bin') ?? readBeside('../dictionary.bin') ?? readBeside('../../dist/dictionary.bin');
  if (!file) throw new Error('dictionary.bin is missing beside the program (build or install it again)');
  const view = file.byteOffset % 4 === 0 ? file : Buffer.from(file);
  const { buffer, byteOffset } = view;
  const [slots, nodes, words] = new Int32Array(buffer, byteOffset, 3) as unknown as [number, number, number];
  let at = byteOffset + 12;
  const take = <T>(make: new (b: ArrayBufferLike, o: number, n: number) => T, count: number, size: number): T => {
    const array = new make(buffer, at, count);
    at += count * size;
    return array;
  };
  loaded = {
    slots,
    parent: take(Int32Array, slots, 4),
    target: take(Int32Array, slots, 4),
    wordAt: take(Int32Array, nodes, 4),
    weight: take(Float32Array, words, 4),
    edge: take(Uint16Array, slots, 2),
    part: take(Uint8Array, words, 1),
  };
  return loaded;
}

function readBeside(path: string): Buffer | null {
  try {
    return readFileSync(new URL(path, import.meta.url));
  } catch {
    return null;
  }
}

/** The slot of the edge from `node` by character `c`, or the empty slot where it would stand. */
export function slotOf(d: Dictionary, node: number, c: number): number {
  const mask = d.slots - 1;
  let h = (Math.imul(node, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b)) >>> 0;
  h = (h ^ (h >>> 15)) & mask;
  while (d.parent[h] !== -1 && (d.parent[h] !== node || d.edge[h] !== c)) h = (h + 1) & mask;
  return h;
}
