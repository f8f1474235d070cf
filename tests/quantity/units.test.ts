import ucum from '@lhncbc/ucum-lhc';
import { describe, expect, test } from 'vitest';
import { recognizeQuantities } from '../../src/quantity/scan.ts';
import { factorOf } from '../../src/quantity/unit-table.ts';
import { builtInQuantityRules } from '../../src/rules/quantity.ts';

const { units, counters } = builtInQuantityRules();
const utils = ucum.UcumLhcUtils.getInstance();
const rows = Object.entries(units).flatMap(([dimension, { base, units }]) =>
  units.map((row) => ({ dimension, row, base: row.base ?? base })),
);
const ISO_4217 = /^[A-Z]{3}$/;

describe('the table of units', () => {
  test('has no name twice', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { dimension, row } of rows)
      for (const name of [row.unit, ...(row.also ?? [])]) {
        // 度 is of arc, and of electricity where the clause says so
        if (seen.has(name) && name !== '度') twice.push(`${name}: ${seen.get(name)}, ${dimension}`);
        seen.set(name, dimension);
      }
    expect(twice).toEqual([]);
  });

  test('has currencies of ISO 4217', () => {
    const known = new Set(Intl.supportedValuesOf('currency'));
    const wrong = rows
      .filter(({ dimension, row }) => dimension === 'money' && row.code !== undefined)
      .filter(({ row }) => !ISO_4217.test(row.code!) || !known.has(row.code!));
    expect(wrong.map(({ row }) => row.unit)).toEqual([]);
  });

  const measured = rows.filter(({ dimension, row }) => dimension !== 'money' && row.code !== undefined);

  test('has codes of UCUM', () => {
    const wrong = measured.filter(({ row }) => utils.validateUnitString(row.code!).status !== 'valid');
    expect(wrong.map(({ row }) => `${row.unit}: ${row.code}`)).toEqual([]);
  });

  test('has the factors of UCUM', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const { row, base } of measured) {
      // some bases are units of our own (Mach, FLOPS); Fahrenheit and Kelvin have another zero
      if (row.offset !== undefined || utils.validateUnitString(base).status !== 'valid') continue;
      const made = utils.convertUnitTo(row.code!, 1, base);
      compared++;
      if (made.status !== 'succeeded') wrong.push(`${row.unit}: ${made.msg.join(' ')}`);
      else if (Math.abs(made.toVal! / factorOf(row.factor) - 1) > 1e-5)
        wrong.push(`${row.unit}: ${factorOf(row.factor)}, not ${made.toVal}`);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  });

  test('turns Fahrenheit and Kelvin into degrees Celsius', () => {
    const celsius = (text: string) => recognizeQuantities(text)[0]?.canonical?.value;
    expect(celsius('212华氏度')).toBeCloseTo(100, 9);
    expect(celsius('300K')).toBeCloseTo(26.85, 9);
  });
});

describe('the table of counters', () => {
  test('has no counter twice', () => {
    const all = [counters.people, counters.households, counters.count].flatMap((r) => [
      ...(r.plain ?? []),
      ...(r.arabic ?? []),
      ...(r.counted ?? []),
    ]);
    expect(all.filter((w, i) => all.indexOf(w) < i)).toEqual([]);
  });

  test('has no word among its false friends that is a unit', () => {
    const names = new Set([
      ...rows.flatMap(({ row }) => [row.unit, ...(row.also ?? [])]),
      ...[counters.people, counters.households, counters.count].flatMap((r) => [
        ...(r.plain ?? []),
        ...(r.counted ?? []),
      ]),
    ]);
    expect(counters.words.filter((w) => names.has(w))).toEqual([]);
  });
});
