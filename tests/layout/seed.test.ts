import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { repair } from '../../src/repair/repair.ts';
import { seedText } from '../seed.ts';

test('the seed page has its seven pieces, with lines, headlines and authors', () => {
  const { articles } = layout(repair(seedText()));
  const seen = articles.map(({ kind, startLine, endLine, kicker, title, subtitle, byline, continues }) => ({
    kind,
    startLine,
    endLine,
    kicker,
    title,
    subtitle,
    byline,
    continues,
  }));
  expect(seen).toEqual(JSON.parse(readFileSync('fixtures/seed.articles.json', 'utf8')));
});

const page = (text: string) => layout(repair(text));
const NEWS =
  '岭东县新建三座水厂\n本报讯（记者 周明 通讯员 何小川）8月3日，记者从县水利局获悉，全县今年新建水厂3座，惠及群众2.1万人。工程总投资4800万元。\n';

test('a second headline with news below it begins a second article', () => {
  const { articles } = page(
    `${NEWS}河西镇举办桃花节\n本报讯（记者 孙平）近日，河西镇第五届桃花节开幕，接待游客3.2万人次。\n`,
  );
  expect(articles.map((a) => [a.title, a.byline, a.startLine])).toEqual([
    ['岭东县新建三座水厂', ['周明', '何小川'], 1],
    ['河西镇举办桃花节', ['孙平'], 3],
  ]);
});

test('a subheading inside an article begins no article', () => {
  const { articles } = page(
    `${NEWS}让村民喝上放心水\n过去，村里人吃水要到三里外去挑，一到旱季就要排队。如今家家户户通了自来水，水质也有了保障。\n`,
  );
  expect(articles).toHaveLength(1);
});

test('a caption with its credit on the same line is a caption', () => {
  const { articles } = page('5月4日，青年志愿者在河滨公园清理垃圾，当天共清理垃圾1.2吨。 （李强 摄）\n');
  expect(articles.map((a) => [a.kind, a.byline])).toEqual([['caption', ['李强']]]);
});

test('page numbers and buttons are furniture, kept but marked', () => {
  const { paragraphs, source } = page(`${NEWS}- 4 -\n【字号：大 中 小】\n打印\n`);
  const furniture = paragraphs.filter((p) => p.role === 'furniture').map((p) => source.text.slice(p.start, p.end));
  expect(furniture).toEqual(['- 4 -', '【字号：大 中 小】', '打印']);
});

test('sentences end at 。！？ with the closers behind them', () => {
  const { sentences, source } = page('他说：“今年收成好！”大家都笑了。明年呢？明年再种200亩。\n');
  expect(sentences.map((s) => source.text.slice(s.start, s.end))).toEqual([
    '他说：“今年收成好！”',
    '大家都笑了。',
    '明年呢？',
    '明年再种200亩。',
  ]);
});

test('stops side by side end one sentence', () => {
  const { sentences, source } = page('“怎么办？！”！大家想办法！！ 明年再种200亩\n');
  expect(sentences.map((s) => source.text.slice(s.start, s.end))).toEqual([
    '“怎么办？！”！',
    '大家想办法！！',
    '明年再种200亩',
  ]);
});
