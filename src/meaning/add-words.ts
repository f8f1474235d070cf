import { type Dictionary, NO_CODE, NO_WORD, weightsOf } from './dictionary.ts';

/**
 * The slot at which the word ends, made if the dictionary does not have it; it holds until the next word is added. The built-in rules'
 * words have their slots when they come (scripts/build-dictionary.mjs), a user's may need new ones.
 */
export function addWord(d: Dictionary, word: string): number {
  for (let k = 0; k < word.length; k++) addCharacter(d, word.charCodeAt(k)); // first, as it may move slots
  let node = 0;
  for (let k = 0; k < word.length; k++) {
    const code = d.code[word.charCodeAt(k)]!;
    if (d.nodes[4 * (d.nodes[4 * node]! + code) + 1] !== node) addChild(d, node, code);
    node = d.nodes[4 * node]! + code;
  }
  return node;
}

function addChild(d: Dictionary, node: number, code: number): void {
  if (d.nodes[4 * (d.nodes[4 * node]! + code) + 1] !== EMPTY) move(d, node, code);
  const slot = d.nodes[4 * node]! + code;
  d.nodes.set([0, node, 0, 0], 4 * slot);
  d.weights[4 * slot + 2] = node === 0 ? NO_WORD : -Infinity;
}

const EMPTY = -1;

function addCharacter(d: Dictionary, unit: number): void {
  if (d.code[unit] !== NO_CODE) return;
  d.code[unit] = ++d.codes;
  grow(d, d.nodes.length / 4 + 1); // behind each base there is room for all codes
  addChild(d, 0, d.codes);
}

/** Gives a node another base, at which its children and one more, that with the code `more`, find empty slots. */
function move(d: Dictionary, node: number, more: number): void {
  const codes = childCodes(d, node);
  const isEmpty = (slot: number) => 4 * slot >= d.nodes.length || d.nodes[4 * slot + 1] === EMPTY;
  let base = 0;
  while (!isEmpty(base + more) || !codes.every((c) => isEmpty(base + c))) base++;
  grow(d, base + d.codes + 1);
  const { nodes } = d;
  for (const code of codes) {
    const from = nodes[4 * node]! + code;
    const to = base + code;
    for (const c of childCodes(d, from)) nodes[4 * (nodes[4 * from]! + c) + 1] = to;
    nodes.copyWithin(4 * to, 4 * from, 4 * from + 4);
    nodes[4 * from + 1] = EMPTY;
  }
  nodes[4 * node] = base;
}

function childCodes({ nodes, codes }: Dictionary, node: number): number[] {
  const found: number[] = [];
  const base = nodes[4 * node]!;
  for (let c = 1; c <= codes; c++) if (nodes[4 * (base + c) + 1] === node) found.push(c);
  return found;
}

/** Room for `slots` slots, and for an eighth more, so that not every word needs a copy. */
function grow(d: Dictionary, slots: number): void {
  if (4 * slots <= d.nodes.length) return;
  const nodes = new Int32Array(4 * (slots + (slots >> 3)));
  nodes.set(d.nodes);
  for (let s = d.nodes.length / 4; 4 * s < nodes.length; s++) nodes[4 * s + 1] = EMPTY;
  d.nodes = nodes;
  d.weights = weightsOf(nodes);
}
