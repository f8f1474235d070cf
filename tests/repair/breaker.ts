import fc from 'fast-check';

/** Makes clean pages, and breaks them in the ways of real dumps, so that mending can be checked against what was there. */

const PLACES = ['全市', '该县', '我省', '临江镇', '开发区', '高新区', '全州', '河东区', '这家公司', '青山乡'];
const MEASURES = [
  '粮食总产量',
  '规划面积',
  '公路通车里程',
  '税收收入',
  '供水管网长度',
  '新增就业',
  '固定资产投资',
  '绿化覆盖面积',
  '旅客发送量',
  '工业用电量',
];
const VERBS = ['达到', '为', '超过', '增加到', '已完成', '实现'];
const UNITS = ['亿元', '万元', '公里', '万吨', '平方公里', '个百分点', '%', '万人次', '家', '项'];
const TAILS = [
  '同比增长明显',
  '比上年提高不少',
  '位居前列',
  '群众反映良好',
  '为下一步发展打下了坚实基础',
  '受到各方面的广泛关注和好评',
  '其中农村地区的变化最为突出',
  '有关部门将继续加大支持力度',
];
const OPENERS = [
  '据统计',
  '记者了解到',
  '截至目前',
  '与此同时',
  '近年来',
  '为此',
  '去年以来',
  '会议认为',
  '在这里',
  '按照要求',
];
const HEADS = [
  '临江镇新建水厂投入使用',
  '河东区城乡面貌日日新',
  '产业园区建设提速',
  '春耕备耕有序推进',
  '让群众喝上放心水',
];

const number = fc.oneof(
  fc.integer({ min: 2, max: 9999 }).map(String),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}.${b}`),
  fc.integer({ min: 1000, max: 999_999 }).map((n) => n.toLocaleString('en-US')),
);

const clause = fc
  .tuple(
    fc.constantFrom(...PLACES),
    fc.constantFrom(...MEASURES),
    fc.constantFrom(...VERBS),
    number,
    fc.constantFrom(...UNITS),
    fc.constantFrom(...TAILS),
  )
  .map(([p, m, v, n, u, t]) => `${p}${m}${v}${n}${u}，${t}`);
const sentence = fc
  .tuple(fc.constantFrom(...OPENERS), fc.array(clause, { minLength: 1, maxLength: 3 }))
  .map(([o, c]) => `${o}，${c.join('，')}。`);
const paragraph = fc.array(sentence, { minLength: 3, maxLength: 5 }).map((s) => s.join(''));

/** What stands between paragraphs and must stay as it is: each line by itself, no two figures made one. */
const figures = (n: number) => fc.array(fc.integer({ min: 1, max: 9999 }).map(String), { minLength: n, maxLength: n });
const TOWNS = ['石门镇', '白沙乡', '花桥镇', '元山县', '百里镇', '家营乡'];
const between: fc.Arbitrary<string[]> = fc.oneof(
  // a column's cells, one a line
  figures(5),
  // rows of columns
  fc.tuple(figures(4), figures(4)).map(([a, b]) => TOWNS.slice(0, 4).map((t, i) => `${t} ${a[i]} ${b[i]}`)),
  // rows of a label and a numeral
  figures(6).map((a) => TOWNS.map((t, i) => `${t} ${a[i]}`)),
  // numbered lists
  figures(3).map((a) => a.map((n, i) => `${i + 1}.新建水厂${n}座。`)),
  figures(3).map((a) => a.map((n, i) => `（${'一二三'[i]}）改造管网${n}公里。`)),
  // page numbers, running heads, contents
  fc.integer({ min: 1, max: 200 }).map((n) => [`- ${n} -`]),
  fc.integer({ min: 1, max: 200 }).map((n) => [`第 ${n} 页`]),
  fc.constant('（下转三版）').map((s) => [s]),
  figures(3).map((a) => a.map((n, i) => `第${'一二三'[i]}章　总则……………${n}`)),
);

export interface CleanPage {
  head: string;
  paragraphs: string[];
  /** Lines that stand behind a paragraph, by its index. */
  between?: Record<number, string[]>;
}

export const cleanPage: fc.Arbitrary<CleanPage> = fc.record({
  head: fc.constantFrom(...HEADS),
  paragraphs: fc.array(paragraph, { minLength: 2, maxLength: 4 }),
});

/** Pages with tables, lists, page numbers and contents between their paragraphs. */
export const furnishedPage: fc.Arbitrary<CleanPage> = fc
  .tuple(cleanPage, fc.dictionary(fc.constantFrom('0', '1', '2'), between, { minKeys: 1, maxKeys: 2 }))
  .map(([page, lines]) => ({ ...page, between: lines }));

const withBetween = (p: CleanPage, rows: (paragraph: string) => string[]): string[] => [
  p.head,
  ...p.paragraphs.flatMap((text, i) => [...rows(text), ...(p.between?.[i] ?? [])]),
];

export const cleanText = (p: CleanPage): string => withBetween(p, (text) => [text]).join('\n');

const cells = (s: string): number => [...s].reduce((n, c) => n + (/[\u2e80-\uffee“”‘’—…·℃]/.test(c) ? 2 : 1), 0);

/** Cuts at the column's width; a mark that may begin no line hangs over the edge. */
function wrap(text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const c of text) {
    const w = cells(c);
    if (used + w > width && !'，。、；：）”%'.includes(c)) {
      rows.push(row);
      row = '';
      used = 0;
    }
    row += c;
    used += w;
  }
  if (row) rows.push(row);
  return rows;
}

const NUMERAL = /\d[\d,]*(?:\.\d+)?%?/g;

/** Each numeral on a line of its own, the text between wrapped as the page had it: by its rows, or piece by piece. */
function tear(text: string, width: number, byRows: boolean): string[] {
  const out: string[] = [];
  for (const row of byRows ? wrapWhole(text, width) : [text]) {
    let at = 0;
    for (const m of row.matchAll(NUMERAL)) {
      const before = row.slice(at, m.index);
      if (before) out.push(...(byRows ? [before] : wrap(before, width)));
      out.push(m[0]);
      at = m.index + m[0].length;
    }
    const rest = row.slice(at);
    if (rest) out.push(...(byRows ? [rest] : wrap(rest, width)));
  }
  return out;
}

/** As `wrap`, without cutting a numeral in two. */
function wrapWhole(text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const part of text.match(/\d[\d,]*(?:\.\d+)?%?|[^\d]/g) ?? []) {
    if (cells(row) + cells(part) > width && row && !'，。、；：）”%'.includes(part)) {
      rows.push(row);
      row = '';
    }
    row += part;
  }
  if (row) rows.push(row);
  return rows;
}

/** A numeral with its unit. */
const FIGURE = new RegExp(`\\d[\\d,]*(?:\\.\\d+)?(?:${UNITS.join('|')})`, 'g');

/** 25⏎亿元, 25亿⏎元, 8.6个百⏎分点: each figure cut at one place behind its numeral. */
function cutUnits(text: string, seed: number): string[] {
  let n = seed;
  return text
    .replace(FIGURE, (f) => {
      const numeral = /^[\d,.]+/.exec(f)![0].length;
      const at = numeral + (n++ % (f.length - numeral));
      return `${f.slice(0, at)}\n${f.slice(at)}`;
    })
    .split('\n');
}

export type Breakage = { name: string; raw: string };

const wide = (s: string): string => s.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/**
 * One way of breaking a page, by name; null where every width would end some row with a sentence: there nothing in the dump
 * tells whether the paragraph goes on.
 */
export function breakPage(page: CleanPage, way: Way): Breakage | null {
  for (let k = 0; k <= 45 - 27; k++) {
    const broken = breakAt(page, { ...way, width: 27 + ((way.width - 27 + k) % 19) });
    if (broken) return broken;
  }
  return null;
}

function breakAt(page: CleanPage, way: Way): Breakage | null {
  const { width, blank } = way;
  const rows = (p: string): string[] =>
    way.kind === 'wrapped'
      ? wrap(p, width)
      : way.kind === 'torn-rows'
        ? tear(p, width, true)
        : way.kind === 'torn-pieces'
          ? tear(p, width, false)
          : [p];
  if (
    page.paragraphs.some((p) =>
      rows(p)
        .slice(0, -1)
        .some((r) => r.endsWith('。')),
    )
  )
    return null;
  const end = way.crlf ? '\r\n' : '\n';
  const between = blank ? end + end : end;
  const lines = (rows: (p: string) => string[]): string => withBetween(page, rows).join(between);
  switch (way.kind) {
    case 'wrapped':
      return { name: `wrapped at ${width}`, raw: lines(rows) };
    case 'torn-rows':
      return { name: `torn, rows of ${width}`, raw: lines(rows) };
    case 'torn-pieces':
      return { name: `torn, pieces of ${width}`, raw: lines(rows) };
    case 'wide':
      return {
        name: 'full-width digits',
        raw: lines((p) => [
          p.replace(NUMERAL, (n) =>
            wide(n)
              .replace('.', '．')
              .replace('%', '％')
              .replace(/(?<=[０-９]),(?=[０-９]{3}(?![０-９]))/g, '，'),
          ),
        ]),
      };
    case 'spaced-digits':
      // 2 5 alone could be two figures: three characters or more
      return {
        name: 'digits apart',
        raw: lines((p) => [p.replace(NUMERAL, (n) => (n.replace('%', '').length > 2 ? [...n].join(' ') : n))]),
      };
    case 'spaced-letters':
      return { name: 'letters apart', raw: lines((p) => [[...p].join(' ')]) };
    case 'cut-units':
      return { name: 'units cut in two', raw: lines((p) => cutUnits(p, way.width)) };
    case 'cut-separators':
      return {
        name: 'numerals cut behind their comma',
        raw: lines((p) => p.replace(/(\d,)(?=\d{3})/g, '$1\n').split('\n')),
      };
    case 'doubled':
      // 2200人人 need be no doubled figure, 2200人人均收入 is a sentence: a mark among them tells
      return {
        name: 'every glyph of a figure twice',
        raw: lines((p) => [p.replace(FIGURE, (f) => (/[.,%]/.test(f) && f.length > 2 ? f.replace(/./g, '$&$&') : f))]),
      };
    case 'indented':
      return { name: 'indented by tabs or wide blanks', raw: lines((p) => [`${width % 2 ? '\t' : '　　'}${p}　 `]) };
    case 'stray':
      return { name: 'stray blanks', raw: lines((p) => [p.replace(/([，。])/g, '$1 ').replace(NUMERAL, ' $& ')]) };
  }
}

const KINDS = [
  'wrapped',
  'torn-rows',
  'torn-pieces',
  'wide',
  'spaced-digits',
  'spaced-letters',
  'cut-units',
  'cut-separators',
  'doubled',
  'indented',
  'stray',
] as const;

export interface Way {
  kind: (typeof KINDS)[number];
  width: number;
  blank: boolean;
  crlf: boolean;
}

export const way: fc.Arbitrary<Way> = fc.record({
  kind: fc.constantFrom(...KINDS),
  width: fc.integer({ min: 27, max: 45 }),
  blank: fc.boolean(),
  crlf: fc.boolean(),
});
