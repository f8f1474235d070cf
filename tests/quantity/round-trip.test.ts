import fc from 'fast-check';
import Nzh from 'nzh';
import { describe, expect, test } from 'vitest';
import { recognizeQuantities } from '../../src/quantity/scan.ts';
import { builtInQuantityRules, type CounterRow } from '../../src/rules/quantity.ts';

const simplified = Nzh.cn;

/** The only figure of a text. */
function only(text: string) {
  const found = recognizeQuantities(text);
  expect(
    found.map((q) => q.text),
    text,
  ).toHaveLength(1);
  return found[0]!;
}

const runs = { numRuns: 2000 };

describe('numbers that another writer wrote are read back exactly', () => {
  const whole = fc.oneof(
    fc.integer({ min: 2, max: 100_000 }),
    fc.integer({ min: 2, max: Number.MAX_SAFE_INTEGER }),
    // beyond 2^53 not every whole number is a double: the one written is the nearest that there is
    fc.bigInt({ min: BigInt(Number.MAX_SAFE_INTEGER), max: 10n ** 16n }).map(Number),
    fc.integer({ min: 1, max: 9 }).chain((d) => fc.integer({ min: 1, max: 15 }).map((e) => d * 10 ** e)),
  );

  test('Arabic, plain and with separators', () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(only(`共${n}元。`).value).toBe(n);
        expect(only(`共${n.toLocaleString('en-US')}元。`).value).toBe(n);
      }),
      runs,
    );
  });

  test('Arabic with decimals and a scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(['', 0], ['万', 4], ['亿', 8], ['百万', 6], ['千万', 7], ['万亿', 12]),
        (digits, places, [scale, exponent]) => {
          const text = (digits / 10 ** places).toFixed(places);
          expect(only(`实现收入${text}${scale}元。`).value).toBe(Number(`${text}e${exponent}`));
        },
      ),
      runs,
    );
  });

  test('Chinese', () => {
    fc.assert(
      fc.property(whole, (n) => {
        const written = simplified.encodeS(n);
        expect(only(`共${written}元。`).value, written).toBe(n);
      }),
      runs,
    );
  });

  test('Chinese, as on cheques', () => {
    fc.assert(
      fc.property(whole, (n) => {
        const written = simplified.encodeB(n);
        expect(only(`共${written}元。`).value, written).toBe(n);
      }),
      runs,
    );
  });

  test('Chinese decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 999 }), (n, part) => {
        const value = Number(`${n}.${part}`);
        const written = simplified.encodeS(value);
        expect(only(`共${written}吨。`).value, written).toBeCloseTo(value, 9);
      }),
      runs,
    );
  });
});

describe('every unit and counter of the tables', () => {
  const rules = builtInQuantityRules();
  const units = Object.entries(rules.units).flatMap(([, { units }]) =>
    units.filter((u) => u.only !== 'never').flatMap((u) => [u.unit, ...(u.also ?? [])]),
  );
  const rows: CounterRow[] = [rules.counters.people, rules.counters.households, rules.counters.count];
  const counters = rows.flatMap((r) => [...(r.plain ?? []), ...(r.arabic ?? []), ...(r.counted ?? [])]);
  const surface = fc.constantFrom(...new Set([...units, ...counters]));
  const bounds = [
    ['近', '', 'nearly'],
    ['约', '', 'approx'],
    ['超过', '', 'moreThan'],
    ['不足', '', 'lessThan'],
    ['至少', '', 'atLeast'],
    ['不超过', '', 'atMost'],
    ['', '以上', 'atLeast'],
    ['', '以下', 'atMost'],
    ['', '左右', 'approx'],
    ['', '', null],
  ] as const;
  const frames = ['统计显示，总量为S。', '其中：S，', '（S）', '建成后可达S；'];
  /** 11世纪, 12日 and 98年 may be times; 85折 is 0.85. */
  const READ_OTHERWISE = new Set(['年', '日', '世纪', '折']);

  test('with a scale, a bound and a sentence around it', () => {
    fc.assert(
      fc.property(
        surface.filter((u) => !READ_OTHERWISE.has(u)),
        fc.integer({ min: 11, max: 997 }).filter((n) => n % 10 !== 0),
        fc.constantFrom(['', 1], ['万', 1e4], ['亿', 1e8]),
        fc.constantFrom(...bounds),
        fc.constantFrom(...frames),
        (unit, n, [scale, by], [before, after, modifier], frame) => {
          if (scale && /^[A-Za-z°℃%‰′″㎏-㏕μµ]/.test(unit)) return; // nobody writes 3万km/h
          const figure = `${n}${scale}${unit}`;
          const q = only(frame.replace('S', `${before}${figure}${after}`));
          expect(q.value).toBe(n * by);
          expect(q.text).toBe(figure);
          if (!(modifier === 'nearly' && q.dimension === 'duration')) expect(q.modifier).toBe(modifier);
        },
      ),
      { numRuns: 6000 },
    );
  });
});

describe('of any text', () => {
  const piece = fc.constantFrom(
    ...'0123456789零一二两三四五六七八九十百千万亿半几数上近约超余多来第年月日时点分秒元亩个家人名%℃.,，。、—-~至到×*/:（）()\n 增长比下降前本今去同',
    '分之',
    '百分点',
    '平方公里',
    '以上',
    '零下',
    'US$',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
    fc.string({ unit: 'grapheme' }),
  );

  test('figures stand in order, apart, on one line, and say what stands there', () => {
    fc.assert(
      fc.property(text, (t) => {
        let end = 0;
        for (const q of recognizeQuantities(t, { date: '2012-02-02' })) {
          expect(q.start).toBeGreaterThanOrEqual(end);
          expect(q.outerStart).toBeLessThanOrEqual(q.start);
          expect(q.outerEnd).toBeGreaterThanOrEqual(q.end);
          expect(q.end).toBeGreaterThan(q.start);
          expect(q.text).toBe(t.slice(q.start, q.end));
          expect(q.text).not.toContain('\n');
          if (q.minValue !== undefined && q.maxValue !== undefined) expect(q.minValue).toBeLessThanOrEqual(q.maxValue);
          if (typeof q.value === 'number') expect(Number.isFinite(q.value)).toBe(true);
          end = q.end;
        }
      }),
      { numRuns: 20_000 },
    );
  });
});
