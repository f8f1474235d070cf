import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shifted, toFifteenDigits } from '../../src/quantity/numeral/power-of-ten.ts';

test('a decimal is the double nearest to what is written', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer({ min: -30, max: 22 }), (whole, exponent) => {
      expect(shifted(whole, exponent)).toBe(Number(`${whole}e${exponent}`));
    }),
    { numRuns: 20000 },
  );
});

test('a converted value has fifteen digits', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(0.01, 0.001, 2000 / 3, 1 / 30, 1852 / 3600))
      .map(([a, b]) => (a / 100) * b),
  );
  fc.assert(
    fc.property(
      value.filter((x) => x !== 0),
      (x) => {
        expect(toFifteenDigits(x)).toBe(Number(x.toPrecision(15)));
      },
    ),
    { numRuns: 50000 },
  );
});
