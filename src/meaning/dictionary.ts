import { readBeside } from '../rules/beside.ts';

/**
 * Everyday words with part of speech and weight: a double-array trie, packed by scripts/build-dictionary.mjs, which says the
 * layout. A step is one look into `nodes`, where a hash table took two and its values three more.
 */
export interface Dictionary {
  /** Of slot s: at 2s its base × 8 + part of speech, at 2s + 1 the slot that it is reached from. */
  nodes: Int32Array;
  /** Of each slot: natural logarithm of the word's share of all words, 0 where no word ends. */
  weight: Float32Array;
  /** Character → code, 0 for one that stands in no word. */
  code: Uint16Array;
}

let loaded: Dictionary | null = null;

/** Reads the packed dictionary once. It stands beside the bundle; from the sources it is found in dist/. */
export function dictionary(): Dictionary {
  if (loaded) return loaded;
  const file = readBeside('dictionary.bin') ?? readBeside('../../dist/dictionary.bin');
  if (!file) throw new Error('dictionary.bin is missing beside the program (build or install it again)');
  const view = file.byteOffset % 4 === 0 ? file : Buffer.from(file);
  const { buffer, byteOffset } = view;
  const [slots, characters] = new Int32Array(buffer, byteOffset, 2) as unknown as [number, number];
  const nodes = new Int32Array(buffer, byteOffset + 8, 2 * slots);
  const weight = new Float32Array(buffer, byteOffset + 8 + 8 * slots, slots);
  const list = new Uint16Array(buffer, byteOffset + 8 + 12 * slots, characters);
  const code = new Uint16Array(65536);
  for (let i = 0; i < characters; i++) code[list[i]!] = i + 1;
  loaded = { nodes, weight, code };
  return loaded;
}
