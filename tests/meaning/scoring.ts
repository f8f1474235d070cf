import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FigureRecord } from '../../src/record/schema.ts';

/** Corpus rows: a text and the records that it must give, one figure a line (tests/corpus/meaning/README.md). */
export interface CorpusText {
  file: string;
  text: string;
  date: string | null;
  figures: Wanted[];
}

/** A figure of the corpus; each field holds the alternatives that are right, `-` none, `*` not scored. */
export interface Wanted {
  text: string;
  start: number;
  end: number;
  value: string;
  optional: boolean;
  fields: Record<Field, string[]>;
  /** Fields of one type (basis, whole, product …) that the row names, each with its alternatives. */
  own: [string, string[]][];
}

export const FIELDS = ['type', 'unit', 'subject', 'metric', 'item', 'period', 'status', 'modifier'] as const;
export type Field = (typeof FIELDS)[number];

export function loadCorpus(folder: string, only?: string): CorpusText[] {
  const texts: CorpusText[] = [];
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.yaml'))
    .sort()) {
    if (only && !file.includes(only)) continue;
    const rows = parse(readFileSync(join(folder, file), 'utf8')) as { text: string; date?: string; figures?: string }[];
    for (const row of rows ?? []) {
      const text = String(row.text);
      texts.push({
        file,
        text,
        date: row.date ? String(row.date) : null,
        figures: wantedFigures(text, row.figures ?? '', file),
      });
    }
  }
  return texts;
}

function wantedFigures(text: string, table: string, file: string): Wanted[] {
  let from = 0;
  return table
    .split('\n')
    .filter((l) => l.trim())
    .map((line) => {
      const c = line.trim().split('|');
      const [
        surface = '',
        value = '',
        unit = '',
        type = '',
        subject = '',
        metric = '',
        item = '',
        period = '',
        status = '',
        modifier = '',
        flag = '',
        own = '',
      ] = c;
      const found = loosely(text, surface, from) ?? loosely(text, surface, 0);
      if (!found) throw new Error(`${file}: '${surface}' does not stand in: ${text.slice(0, 60)}`);
      from = found[1];
      const alt = (s: string) => s.split(/(?<!\\)\//).map((x) => x.replaceAll('\\/', '/').trim());
      return {
        text: surface,
        start: found[0],
        end: found[1],
        value: value.trim(),
        optional: flag.includes('optional'),
        fields: {
          type: alt(type),
          unit: alt(unit),
          subject: alt(subject),
          metric: alt(metric),
          item: alt(item),
          period: period.trim().includes('*')
            ? ['*']
            : alt(period).length > 1 && /^\d{4}/.test(period) && !period.includes('\\/')
              ? periodAlternatives(period)
              : alt(period),
          status: alt(status),
          modifier: alt(modifier || '-'),
        },
        own: own
          .split(',')
          .filter((pair) => pair.includes('='))
          .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), alt(pair.slice(pair.indexOf('=') + 1))]),
      };
    });
}

/** In a period a slash may also join the ends of a span (2011/2015): both readings are right. */
const periodAlternatives = (s: string): string[] => [s.trim(), ...s.split('/').map((x) => x.trim())];

function loosely(text: string, surface: string, from: number): [number, number] | null {
  const source = [...surface]
    .filter((c) => c.trim())
    .map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s*');
  const re = new RegExp(source, 'g');
  re.lastIndex = from;
  for (let m = re.exec(text); m; m = re.exec(text)) {
    if (/[\d.]/.test(surface[0]!) && /[\d.]/.test(text[m.index - 1] ?? '')) continue;
    return [m.index, m.index + m[0].length];
  }
  return null;
}

const tidy = (s: unknown) =>
  String(s ?? '')
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}的]/gu, '');
const grams = (s: string) => Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2));

/** The same phrase for a reader: equal, one in the other and at least half of it, or most pairs of characters shared. */
export function samePhrase(a: string, b: string): boolean {
  const [x, y] = [tidy(a), tidy(b)];
  if (x === y) return true;
  if (!x || !y) return false;
  const [s, l] = x.length < y.length ? [x, y] : [y, x];
  if (l.includes(s) && s.length / l.length >= 0.5) return true;
  const [ga, gb] = [grams(x), grams(y)];
  if (!ga.length || !gb.length) return false;
  const left = [...gb];
  let hit = 0;
  for (const g of ga) {
    const i = left.indexOf(g);
    if (i >= 0) {
      hit++;
      left.splice(i, 1);
    }
  }
  return (2 * hit) / (ga.length + gb.length) >= 0.7;
}

/** null: the field is not scored. */
function fieldRight(field: Field, wanted: Wanted, got: string | null): boolean | null {
  const alternatives = wanted.fields[field];
  if (alternatives.includes('*')) return null;
  if (field === 'unit' && (wanted.fields.type.includes('date') || alternatives[0] === '')) return null;
  if (got === null || got === '') return alternatives.includes('-') || alternatives.includes('');
  const phrase = field === 'subject' || field === 'metric' || field === 'item';
  return alternatives.some((a) => a !== '-' && (phrase ? samePhrase(a, got) : tidy(a) === tidy(got) || a === got));
}

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
function valueRight(w: Wanted, r: FigureRecord): boolean {
  if (w.value === '*') return true;
  if (w.value === '-') return r.value === null || r.value === undefined;
  if (w.value.includes('..')) {
    const [lo, hi] = w.value.split('..').map(Number);
    return r.minValue !== undefined && r.maxValue !== undefined && close(lo!, r.minValue) && close(hi!, r.maxValue);
  }
  if (typeof r.value === 'string') return r.value === w.value;
  return w.value.split('/').some((v) => typeof r.value === 'number' && close(Number(v), r.value));
}

/** Numbers agree exactly, words as phrases do. */
function ownRight(alternatives: readonly string[], got: unknown): boolean {
  if (got === null || got === '') return alternatives.includes('-');
  if (typeof got === 'number') return alternatives.some((a) => close(Number(a), got));
  return alternatives.some((a) => samePhrase(a, String(got)));
}

export interface Disagreement {
  /** Where the figure stands in the text. */
  start: number;
  /** A field's name, `value`, `missed` or `spurious`. */
  field: string;
  figure: string;
  want: string;
  got: string;
}

export interface TextScore {
  wanted: number;
  found: number;
  spurious: number;
  whole: number;
  fields: Record<string, { right: number; scored: number }>;
  disagreements: Disagreement[];
}

/** Compares the records of one text with what the corpus wants. Offsets of records are code points: corpus texts have no astral characters. */
export function scoreText(row: CorpusText, records: readonly FigureRecord[]): TextScore {
  const score: TextScore = { wanted: 0, found: 0, spurious: 0, whole: 0, fields: {}, disagreements: [] };
  const open = new Set(records.filter((r) => r.type !== 'ordinal'));
  const tally = (field: string, right: boolean) => {
    score.fields[field] ??= { right: 0, scored: 0 };
    score.fields[field].scored++;
    if (right) score.fields[field].right++;
  };
  for (const w of row.figures) {
    const hits = [...open].filter((r) => r.source.start < w.end && r.source.end > w.start);
    const rank = (r: FigureRecord) => (valueRight(w, r) ? 2 : 0) + (fieldRight('type', w, r.type) ? 1 : 0);
    const r = hits.sort((a, b) => rank(b) - rank(a))[0];
    if (r) open.delete(r);
    if (w.optional) continue;
    // a numeral that is no figure (PM2.5, “两抢一盗”): a record there is spurious, none is right
    if (w.fields.type.includes('none')) {
      if (!r) continue;
      score.spurious++;
      score.disagreements.push({ start: r.source.start, field: 'spurious', figure: r.text, want: '-', got: r.type });
      continue;
    }
    score.wanted++;
    if (!r) {
      score.disagreements.push({
        start: w.start,
        field: 'missed',
        figure: w.text,
        want: w.fields.type.join('/'),
        got: '-',
      });
      continue;
    }
    score.found++;
    let all = true;
    const right = valueRight(w, r);
    tally('value', right);
    if (!right) {
      all = false;
      score.disagreements.push({
        start: w.start,
        field: 'value',
        figure: w.text,
        want: w.value,
        got: r.minValue !== undefined && r.value === null ? `${r.minValue}..${r.maxValue}` : String(r.value),
      });
    }
    for (const field of FIELDS) {
      const got = field === 'period' ? (r.period?.edtf ?? null) : (r[field] as string | null);
      const verdict = fieldRight(field, w, got);
      if (verdict === null) continue;
      tally(field, verdict);
      if (!verdict) {
        all = false;
        score.disagreements.push({
          start: w.start,
          field,
          figure: w.text,
          want: w.fields[field].join('/'),
          got: got ?? '-',
        });
      }
    }
    for (const [field, alternatives] of w.own) {
      const got = (r as unknown as Record<string, unknown>)[field] ?? null;
      const right = ownRight(alternatives, got);
      tally(field, right);
      if (!right)
        score.disagreements.push({
          start: w.start,
          field,
          figure: w.text,
          want: alternatives.join('/'),
          got: String(got ?? '-'),
        });
    }
    if (all) score.whole++;
  }
  for (const r of open) {
    if (row.figures.some((w) => r.source.start < w.end && r.source.end > w.start)) continue;
    score.spurious++;
    score.disagreements.push({ start: r.source.start, field: 'spurious', figure: r.text, want: '-', got: r.type });
  }
  return score;
}
