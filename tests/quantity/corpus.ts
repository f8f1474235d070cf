import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { recognizeQuantities, scanQuantities } from '../../src/quantity/scan.ts';
import type { Quantity } from '../../src/quantity/types.ts';

/** One corpus file; see tests/corpus/quantity/README.md. Every scalar is a string. */
interface Row {
  of?: string[];
  text?: string;
  figures?: string[];
  none?: string[];
  time?: string;
  figure?: string;
  value?: string;
  unit?: string;
  code?: string;
  dimension?: string;
  modifier?: string;
  canonical?: string;
  span?: string;
  date?: string;
}
interface CorpusFile {
  defaults?: Partial<Row>;
  date?: string;
  rows: Row[];
  open?: { row: string; why: string }[];
}
/** One thing to check: its key (how `open` names it) and what is wrong with it now, or null. */
export interface Check {
  key: string;
  run: () => string | null;
}

const FOLDER = new URL('../corpus/quantity/', import.meta.url);
/** Alone, after a verb and before a full stop, in brackets, before 的. */
const CARRIERS = ['S', '据介绍，该项为S。', '（S）', '经核实，S的情况属实；'];
const BOUNDS_BELOW = new Set(['atLeast', 'moreThan']);
const BOUNDS_ABOVE = new Set(['atMost', 'lessThan']);

export const corpusFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
const KEYS = new Set(
  'of text figures none time figure value unit code dimension modifier canonical span date'.split(' '),
);

/** Throws where a row has a key that no row has: an unquoted comma (1,234元) parts a text in two. */
export function readCorpus(name: string): CorpusFile {
  const file = parse(readFileSync(new URL(name, FOLDER), 'utf8'), { schema: 'failsafe' }) as CorpusFile;
  const odd = file.rows.flatMap((row) => Object.keys(row)).filter((key) => !KEYS.has(key));
  if (odd.length > 0) throw new Error(`${name}: not keys of a row: ${odd.join(', ')}`);
  return file;
}

const short = (n: number | undefined | null): string =>
  n === undefined || n === null ? '-' : String(Number(n.toPrecision(13)));
const shownValue = (q: Quantity): string => {
  if (typeof q.value === 'string') return q.value;
  return q.value === null && q.minValue !== undefined ? `${short(q.minValue)}..${short(q.maxValue)}` : short(q.value);
};
/** A figure as a corpus line. */
export const show = (q: Quantity): string =>
  [q.text, shownValue(q), q.unit ?? '-', q.dimension, ...(q.modifier ? [q.modifier] : [])].join(' | ');

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
function sameValue(want: string, got: string): boolean {
  if (want === got) return true;
  const [a, b] = [want.split('..'), got.split('..')];
  return a.length === b.length && a.every((part, i) => part !== '' && near(Number(part), Number(b[i])));
}
const oneOf = (want: string | undefined, got: string, same = (a: string, b: string) => a === b): boolean =>
  want === undefined || want.split(' or ').some((w) => w === '*' || (w === 'none' && got === '-') || same(w, got));

/** A bound holds the value too: 3亿元以上 has a minValue, 不足40% a maxValue. */
function boundHolds(q: Quantity): boolean {
  if (q.modifier === null || typeof q.value !== 'number') return true;
  if (BOUNDS_BELOW.has(q.modifier)) return q.minValue === q.value;
  return BOUNDS_ABOVE.has(q.modifier) ? q.maxValue === q.value : true;
}

function wrong(row: Row, q: Quantity): string[] {
  const faults: string[] = [];
  const check = (name: string, want: string | undefined, got: string, same?: (a: string, b: string) => boolean) => {
    if (!oneOf(want, got, same)) faults.push(`${name} ${got}, not ${want}`);
  };
  check('value', row.value, shownValue(q), sameValue);
  check('unit', row.unit, q.unit ?? '-');
  check('dimension', row.dimension, q.dimension);
  check('modifier', row.modifier ?? '-', q.modifier ?? '-');
  check('code', row.code, q.unitCode ?? '-');
  if (row.canonical !== undefined) {
    const [value, unit] = row.canonical.split(' ');
    check(
      'canonical',
      value,
      short(q.canonical?.value),
      (a, b) => Math.abs(Number(a) - Number(b)) <= 1e-6 * Math.abs(Number(a)),
    );
    check('canonical unit', unit, q.canonical?.unit ?? '-');
  }
  if (!boundHolds(q)) faults.push(`bound ${short(q.minValue)}..${short(q.maxValue)} beside ${q.modifier}`);
  return faults;
}

function surfaceFault(row: Row, surface: string, date: string | null): string | null {
  for (const carrier of CARRIERS) {
    const text = carrier.replace('S', surface);
    const start = text.indexOf(surface);
    const found = recognizeQuantities(text, { date });
    const q = found[0];
    const seen = found.map(show).join(' ; ') || 'nothing';
    if (!q || found.length > 1) return `in ‘${text}’: ${seen}`;
    const faults = wrong(row, q);
    if (q.outerStart !== start || q.outerEnd !== start + surface.length) {
      faults.push(`covers ‘${text.slice(q.outerStart, q.outerEnd)}’`);
    }
    const span = row.span ?? surface;
    if (!oneOf(span, q.text)) faults.push(`figure ‘${q.text}’, not ‘${span}’`);
    if (text.slice(q.start, q.end) !== q.text) faults.push('text is not what stands there');
    if (faults.length > 0) return `in ‘${text}’: ${faults.join(', ')}`;
  }
  return null;
}

function lineFits(line: string, q: Quantity): boolean {
  const [text, value, unit, dimension, modifier] = line.split(' | ');
  return oneOf(text, q.text) && wrong({ value, unit, dimension, modifier }, q).length === 0;
}

function sentenceFault(text: string, figures: string[], date: string | null): string | null {
  const ordinals = figures.some((line) => line.includes('| ordinal'));
  const found = recognizeQuantities(text, { date }).filter((q) => ordinals || q.dimension !== 'ordinal');
  if (found.length === figures.length && figures.every((line, i) => lineFits(line, found[i] as Quantity))) return null;
  const missed = figures.filter((line) => !found.some((q) => lineFits(line, q)));
  const spare = found.filter((q) => !figures.some((line) => lineFits(line, q)));
  return (
    [...missed.map((line) => `want ${line}`), ...spare.map((q) => `got  ${show(q)}`)].join('\n      ') ||
    'order differs'
  );
}

function timeFault(row: Row, surface: string, date: string | null): string | null {
  for (const text of [surface, `${surface}，全市经济平稳运行。`]) {
    const found = scanQuantities(text, { date }).filter((q) => q.time !== undefined);
    const q = found[0];
    if (!q || found.length > 1) return `in ‘${text}’: ${found.map(show).join(' ; ') || 'nothing'}`;
    if (q.end > surface.length) return `covers ‘${q.text}’`;
    if (!oneOf(row.time, q.time?.edtf ?? '-')) return `is ${q.time?.edtf}, not ${row.time}`;
    if (row.figure === 'no' && q.figure) return 'is a figure';
  }
  return null;
}

function noneFault(text: string, date: string | null): string | null {
  for (const carrier of ['S', '记者说，S。', '对S的看法']) {
    const whole = carrier.replace('S', text);
    const found = recognizeQuantities(whole, { date }).filter((q) => q.dimension !== 'ordinal');
    if (found.length > 0) return `in ‘${whole}’: ${found.map(show).join(' ; ')}`;
  }
  return null;
}

function checksOf(row: Row, date: string | null): Check[] {
  if (row.none) return row.none.map((text) => ({ key: text, run: () => noneFault(text, date) }));
  const of = row.of ?? [];
  if (row.time !== undefined) return of.map((key) => ({ key, run: () => timeFault(row, key, date) }));
  if (row.text !== undefined) {
    const { text, figures = [] } = row;
    return [{ key: text, run: () => sentenceFault(text, figures, date) }];
  }
  return of.map((key) => ({ key, run: () => surfaceFault(row, key, date) }));
}

/** Every check of a file, in order. */
export const checks = (file: CorpusFile): Check[] =>
  file.rows.flatMap((row) => {
    const bare = row.text !== undefined || row.none !== undefined || row.time !== undefined;
    return checksOf(bare ? row : { ...file.defaults, ...row }, row.date ?? file.date ?? null);
  });
