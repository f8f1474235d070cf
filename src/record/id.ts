/**
 * Ids of one file's figures, twelve hexadecimal digits: a hash of the file's SHA-256 and of where the figure stands, so that the same figure of the
 * same content has the same id on any machine. SHA-256 tells files apart; the places in one file need only be spread evenly, for which the
 * multiply-and-shift mixing of MurmurHash3 is enough and a hundredth of the work of another SHA-256.
 */
export function createIds(sha256: string): (start: number, end: number, nth: number) => string {
  const file = new Int32Array(2);
  for (let i = 0; i < sha256.length; i++) mix(file, sha256.charCodeAt(i));
  const state = new Int32Array(2);
  return (start, end, nth) => {
    state.set(file);
    mix(state, start | 0);
    mix(state, Math.floor(start / 0x1_0000_0000) ^ (end - start));
    mix(state, nth);
    const high = avalanche(state[0]! ^ Math.imul(state[1]!, 0x9e3779b1));
    const low = avalanche(state[1]! ^ Math.imul(high, 0x85ebca6b));
    return hex(high >>> 20) + hex((high >>> 8) & 0xfff) + hex(low >>> 20) + hex((low >>> 8) & 0xfff);
  };
}

/** Takes one number up in both halves of the state; the multipliers are odd, so nothing that went in is lost. */
function mix(state: Int32Array, value: number): void {
  let a = Math.imul(state[0]! ^ value, 0xcc9e2d51);
  a ^= a >>> 15;
  let b = Math.imul(state[1]! ^ a ^ (value << 7), 0x1b873593);
  b ^= b >>> 13;
  state[0] = (Math.imul(a, 5) + 0x561ccd1b) | 0;
  state[1] = (Math.imul(b, 5) + 0x0bcaa747) | 0;
}

function avalanche(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

const HEX: string[] = [];

/** Three digits of a number below 4096. */
const hex = (n: number): string => (HEX[n] ??= n.toString(16).padStart(3, '0'));
