import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { breakPage, type CleanPage, cleanPage, cleanText, furnishedPage, way } from './breaker.ts';

const RUNS = Number(process.env.SHUMU_RUNS ?? 10_000);

const comesBack = (pages: fc.Arbitrary<CleanPage>, numRuns: number): void =>
  fc.assert(
    fc.property(pages, way, (page, how) => {
      const broken = breakPage(page, how);
      fc.pre(broken !== null);
      expect(repair(broken!.raw).text, broken!.name).toBe(cleanText(page));
    }),
    { numRuns, seed: 7 },
  );

describe('mending what was broken', () => {
  test(`gives the clean text back, exact to the character (${RUNS} pages)`, () => comesBack(cleanPage, RUNS));
  test('and leaves tables, lists, page numbers and contents between as they stand', () =>
    comesBack(furnishedPage, RUNS / 4));
});
