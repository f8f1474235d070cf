import { readBeside } from '../rules/beside.ts';

/**
 * Words with part of speech and weight: a double-array trie, packed by scripts/build-dictionary.mjs, which says the layout. What a
 * step asks of a slot lies side by side, so that it is one look into memory.
 */
export interface Dictionary {
  /**
   * Of slot s: at 4s its base, at 4s + 1 the slot that it is reached from (-1 for an empty one), at 4s + 2 its weight (see `weights`),
   * at 4s + 3 what the word is that ends there. From slot s the character with code c leads to slot base(s) + c, if that slot is
   * reached from s. Slot 0 is the root; it leads on with every code.
   */
  nodes: Int32Array;
  /** The same memory, for the weights: natural logarithm of the word's share of all words, -Infinity where no word ends. */
  weights: Float32Array;
  /** Character → code, `NO_CODE` for one that stands in no word. No character has 0. */
  code: Uint16Array;
  /** The highest code. */
  codes: number;
}

/** Code of all characters that stand in no word. */
export const NO_CODE = 1;

/** Weight of a character that is no word by itself. */
export const NO_WORD = -18;

/** Reads the packed dictionary, which then is the caller's to change. It stands beside the bundle; from the sources it is found in dist/. */
export function readDictionary(): Dictionary {
  const file = readBeside('dictionary.bin') ?? readBeside('../../dist/dictionary.bin');
  if (!file) throw new Error('dictionary.bin is missing beside the program (build or install it again)');
  const view = file.byteOffset % 4 === 0 ? file : Buffer.from(file);
  const { buffer, byteOffset } = view;
  const [slots, codes] = new Int32Array(buffer, byteOffset, 2) as unknown as [number, number];
  const nodes = new Int32Array(buffer, byteOffset + 8, 4 * slots);
  const list = new Uint16Array(buffer, byteOffset + 8 + 16 * slots, codes);
  const code = new Uint16Array(65536).fill(NO_CODE);
  for (let i = 0; i < codes; i++) code[list[i]!] = i + 1;
  return { nodes, weights: weightsOf(nodes), code, codes };
}

export const weightsOf = (nodes: Int32Array): Float32Array =>
  new Float32Array(nodes.buffer, nodes.byteOffset, nodes.length);
