import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Begin, compileBegin } from '../../src/quantity/begin.ts';
import { toSource } from '../../src/quantity/chars.ts';
import { readFigure } from '../../src/quantity/figure/figure.ts';
import { readPlain } from '../../src/quantity/figure/plain.ts';
import type { Figure, Measured } from '../../src/quantity/figure/types.ts';
import { compileUnits, readyUnits } from '../../src/quantity/unit-table.ts';
import { builtInQuantityRules } from '../../src/rules/quantity.ts';

const rules = builtInQuantityRules();
const units = readyUnits(compileUnits(rules));
const begin = compileBegin([]);
const words = [
  ...Object.values(rules.units).flatMap((of) => of.units.flatMap((row) => [row.unit, ...(row.also ?? [])])),
  ...(['people', 'households', 'count'] as const).flatMap((name) => {
    const row = rules.counters[name];
    return [...(row.plain ?? []), ...(row.counted ?? []), ...(row.arabic ?? [])];
  }),
  ...rules.counters.ordinal,
  ...rules.counters.words,
];

const measured = ({ numeral: _numeral, signed: _signed, ...rest }: Figure): Measured => rest;

test('what is read in one go is what all readers together read', () => {
  const digits = fc.oneof(
    fc.nat({ max: 10000 }).map(String),
    fc.nat({ max: 100000 }).map((n) => (n / 100).toFixed(2)),
    fc.stringMatching(/^[0-9]{1,18}(\.[0-9]{1,4})?$/),
  );
  const scale = fc.constantFrom('', '', '', '万', '亿', '万亿', '千', '余', '多万', ' ');
  const behind = fc.constantFrom(
    ...'，。、；的和多余半以—-~至到/每·分个元角5五十（(）)% \n年月日点人',
    '',
    '以上',
    '每小时',
    '/吨',
    '至5元',
    '—8%',
    '5角',
    '半钟',
  );
  let plain = 0;
  fc.assert(
    fc.property(
      digits,
      scale,
      fc.constantFrom(...words),
      behind,
      fc.constantFrom('为', '', '共 '),
      (n, by, unit, tail, lead) => {
        const src = toSource(`${lead}${n}${by}${unit}${tail}`, begin, Begin.folds);
        const read = readPlain(src, lead.length, units);
        if (read === null) return;
        plain++;
        const whole = readFigure(src, lead.length, units);
        expect(whole).toBeTypeOf('object');
        expect(read).toStrictEqual(measured(whole as Figure));
      },
    ),
    { numRuns: 20000 },
  );
  expect(plain).toBeGreaterThan(2000);
});
