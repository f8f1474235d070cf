/**
 * Ids of one file's figures, twelve hexadecimal digits: a hash of the file's SHA-256 and of where the figure stands, so that the same figure of the
 * same content has the same id on any machine. SHA-256 tells files apart; the places in one file need only be spread evenly, for which the
 * multiply-and-shift mixing of MurmurHash3 is enough and a hundredth of the work of another SHA-256.
 */
export function createIds(sha256: string): (start: number, end: number, nth: number) => string {
  const state = new Mixer();
  for (let i = 0; i < sha256.length; i++) state.mix(sha256.charCodeAt(i));
  const { a, b } = state;
  return (start, end, nth) => {
    state.a = a;
    state.b = b;
    state.mix(start | 0);
    state.mix(Math.floor(start / 0x1_0000_0000) ^ (end - start));
    state.mix(nth);
    const high = avalanche(state.a ^ Math.imul(state.b, 0x9e3779b1));
    return hexOf(high, avalanche(state.b ^ Math.imul(high, 0x85ebca6b)));
  };
}

class Mixer {
  a = 0;
  b = 0;

  /** Takes one number up in both halves of the state; the multipliers are odd, so nothing that went in is lost. */
  mix(value: number): void {
    let a = Math.imul(this.a ^ value, 0xcc9e2d51);
    a ^= a >>> 15;
    let b = Math.imul(this.b ^ a ^ (value << 7), 0x1b873593);
    b ^= b >>> 13;
    this.a = (Math.imul(a, 5) + 0x561ccd1b) | 0;
    this.b = (Math.imul(b, 5) + 0x0bcaa747) | 0;
  }
}

function avalanche(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** The first six digits of each of two numbers. */
// biome-ignore format: a line a number
const hexOf = (high: number, low: number): string => String.fromCharCode(
  digit(high, 28), digit(high, 24), digit(high, 20), digit(high, 16), digit(high, 12), digit(high, 8),
  digit(low, 28), digit(low, 24), digit(low, 20), digit(low, 16), digit(low, 12), digit(low, 8),
);

const DIGITS = Uint8Array.from('0123456789abcdef', (c) => c.charCodeAt(0));
const digit = (n: number, shift: number): number => DIGITS[(n >>> shift) & 15]!;
