import { expect, test } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { repair } from '../../src/repair/repair.ts';

/** Role and text of each paragraph, by article. */
const partsOf = (raw: string): string[] => {
  const page = layout(repair(raw));
  return page.paragraphs.map((p) => `${p.article} ${p.role} ${page.source.text.slice(p.start, p.end)}`);
};

test('a headline, its author and its text on one line are taken apart', () => {
  expect(partsOf('我县春耕备耕有序推进本报记者 周远 本报讯3月9日，全县备足化肥2万吨。')).toEqual([
    '0 title 我县春耕备耕有序推进',
    '0 byline 本报记者 周远',
    '0 body 本报讯3月9日，全县备足化肥2万吨。',
  ]);
});

test('a headline behind the text before it begins an article', () => {
  expect(
    partsOf(
      '本报讯（记者 李禾）全区新栽果树3万株。 白沙镇建成香菇基地通讯员 何平 陈晓\n近日走进白沙镇，大棚连成一片。',
    ),
  ).toEqual([
    '0 body 本报讯（记者 李禾）全区新栽果树3万株。',
    '1 title 白沙镇建成香菇基地',
    '1 byline 通讯员 何平 陈晓',
    '1 body 近日走进白沙镇，大棚连成一片。',
  ]);
});

test('who tells a reporter is no author, and brackets go with their text', () => {
  expect(partsOf('新桥通车。镇长高兴地告诉本报记者 车流量增了两成。')).toHaveLength(1);
  expect(partsOf('全县植树1万株。（本报记者 周远）')).toHaveLength(1);
  expect(partsOf('他说，据新华社报道，今年产量增长5%。')).toHaveLength(1);
});

test('two lines of a headline begin an article inside a page', () => {
  expect(
    partsOf(
      '本报讯（记者 李禾）全区新栽果树3万株。\n青溪时评\n把果园建成公园\n果树要栽好，更要管好，这是全区上下多年来的共识。',
    ).slice(1),
  ).toEqual(['1 kicker 青溪时评', '1 title 把果园建成公园', '1 body 果树要栽好，更要管好，这是全区上下多年来的共识。']);
});
