/**
 * Which two characters stand side by side in some word: a sieve of 4 KB in front of a trie of many. What it lets through wrongly (one
 * pair in a hundred) costs a look-up; what it holds back is settled by one bit.
 */
export type Pairs = Uint32Array;

const BITS = 1 << 15;

export const newPairs = (): Pairs => new Uint32Array(BITS / 32);

const hash = (a: number, b: number): number => (Math.imul(a, 37) ^ b) & (BITS - 1);

export function addPair(pairs: Pairs, a: number, b: number): void {
  const h = hash(a, b);
  pairs[h >>> 5]! |= 1 << (h & 31);
}

export function hasPair(pairs: Pairs, a: number, b: number): boolean {
  const h = hash(a, b);
  return ((pairs[h >>> 5]! >>> (h & 31)) & 1) !== 0;
}
