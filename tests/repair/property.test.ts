import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { breakPage, cleanPage, cleanText, way } from './breaker.ts';

const RUNS = Number(process.env.SHUMU_RUNS ?? 10_000);

describe('mending what was broken', () => {
  test(`gives the clean text back, exact to the character (${RUNS} pages)`, () => {
    fc.assert(
      fc.property(cleanPage, way, (page, how) => {
        const broken = breakPage(page, how);
        fc.pre(broken !== null);
        expect(repair(broken!.raw).text).toBe(cleanText(page));
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });
});
