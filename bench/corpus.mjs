// The text that the benchmark reads: the seed page and the texts of the tests' corpora, made into pages and broken as dumps are.
//
// A page is the seed, a document of the meaning corpus, or a run of sentences of the meaning and quantity corpora with a headline.
// Its numerals get other digits (the first stays, so that a size stays a size; a year, month or day stays itself), so no two pages
// are the same; then the breaker of the repair tests breaks it: wrapped at a column's width, numerals torn onto lines of their own,
// full-width digits, stray blanks, blank lines, CRLF. The seed is broken as it is. Everything is drawn from one seed number: the
// corpus is the same on every machine.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { parse } from 'yaml';

const SEED = 8;
const HEADS = ['本市经济运行平稳', '项目建设提速增效', '各地公布最新数据', '上半年成绩单出炉', '民生实事逐项落地'];
const SENTENCES_A_PAGE = 24;

/** Pages of `bytes` of UTF-8 in all, at least. */
export async function makePages(bytes, outdir = 'bench/out') {
  const { breakPage, way } = await breaker(outdir);
  const random = mulberry32(SEED);
  const ways = fc.sample(way, { seed: SEED, numRuns: 5000 });
  const seed = readFileSync(join('seeds', readdirSync('seeds')[0]), 'utf8');
  const clean = cleanPages(random);
  const pages = [];
  for (let size = 0, n = 0; size < bytes; n++) {
    // every 18th page is the seed: with its size that is about half of the text
    const page =
      n % 18 === 0
        ? otherDigits(seed, random)
        : broken(clean[n % clean.length], ways[n % ways.length], random, breakPage);
    pages.push(page);
    size += Buffer.byteLength(page);
  }
  return pages;
}

function broken({ head, paragraphs }, way, random, breakPage) {
  const page = { head, paragraphs: paragraphs.map((p) => otherDigits(p, random)), between: {} };
  return breakPage(page, way)?.raw ?? [page.head, ...page.paragraphs].join('\n');
}

function cleanPages(random) {
  const documents = [];
  const sentences = [];
  for (const folder of ['tests/corpus/meaning', 'tests/corpus/quantity'])
    for (const file of readdirSync(folder)
      .filter((f) => f.endsWith('.yaml'))
      .sort()) {
      const rows = parse(readFileSync(join(folder, file), 'utf8'));
      for (const row of Array.isArray(rows) ? rows : []) {
        const text = String(row?.text ?? row?.sentence ?? '').trim();
        if (text.includes('\n')) documents.push(text.split('\n').filter((line) => line.trim() !== ''));
        else if (text.length >= 12) sentences.push(text);
      }
    }
  shuffle(sentences, random);
  const pages = documents.map(([head, ...paragraphs]) => ({ head, paragraphs }));
  for (let at = 0; at < sentences.length; at += SENTENCES_A_PAGE) {
    const run = sentences.slice(at, at + SENTENCES_A_PAGE);
    const paragraphs = [];
    for (let k = 0; k < run.length; k += 4) paragraphs.push(run.slice(k, k + 4).join(''));
    pages.push({ head: HEADS[pages.length % HEADS.length], paragraphs });
  }
  return shuffle(pages, random);
}

/** Numerals with other digits behind the first; those of a date stay. */
const otherDigits = (text, random) =>
  text.replace(/\d+(?:\.\d+)?(?![\d.]*\s*[年月日时:：/-])/g, (n) =>
    n.replace(/(?<!^)\d/g, () => String(1 + Math.floor(random() * 9))),
  );

function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [list[i], list[k]] = [list[k], list[i]];
  }
  return list;
}

function mulberry32(a) {
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function breaker(outdir) {
  mkdirSync(outdir, { recursive: true });
  const outfile = join(outdir, 'breaker.mjs');
  await build({
    entryPoints: ['tests/repair/breaker.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['fast-check'],
  });
  return import(pathToFileURL(outfile));
}
