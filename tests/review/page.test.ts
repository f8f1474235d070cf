import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyDecisions, parseDecisions } from '../../src/review/apply-decisions.ts';
import type { ReviewDocument } from '../../src/review/render.ts';
import { SEED } from '../seed.ts';
import {
  cardTitle,
  documentOf,
  expectSilence,
  figure,
  isInView,
  noBrowser,
  type Opened,
  rowTexts,
  startBrowser,
} from './browser.ts';

const seed = documentOf(SEED, readFileSync(SEED, 'utf8'));
const small = documentOf(
  'small.txt',
  [
    '全市完成投资30亿元，其中工业16.2亿元，农业8.3亿元，服务业4.5亿元。',
    '机场扩建工程总投资12亿元，年产轮胎500万条。',
    '粮食产量增长7.5%，出口下降3.2%。',
    '机场扩建工程总投资15亿元。',
  ].join('\n'),
);

describe.skipIf(noBrowser)('the page in a browser', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  test('opens from disk, shows every figure, says nothing and asks for nothing', async () => {
    const opened = await browser.open([seed]);
    const { page } = opened;
    expect(await page.locator('.fig.first').count()).toBeGreaterThan(5);
    expect(await page.locator('.shown').innerText()).toBe(`${seed.records.length} of ${seed.records.length} figures`);
    const counts = await page.locator('.legend .count').allInnerTexts();
    expect(counts.reduce((n, c) => n + Number(c), 0)).toBe(seed.records.length);
    expect(await page.locator('.article-title').allInnerTexts()).toContain('提升集聚能力 给力转型发展');
    const inArticles = await page.locator('.article-count').allInnerTexts();
    expect(inArticles.reduce((n, c) => n + Number(c), 0)).toBe(seed.records.filter((r) => r.source.article).length);
    expectSilence(opened);
  });

  test('lets nothing in from outside, whatever is tried', async () => {
    const { page, requests } = await browser.open([small]);
    const outcomes = await page.evaluate(async () => {
      const tried: string[] = [];
      await fetch('https://example.org/').catch(() => tried.push('fetch'));
      await new Promise((done) => {
        const image = new Image();
        image.onerror = done;
        image.src = 'https://example.org/x.png';
      });
      tried.push('image');
      const script = document.createElement('script');
      try {
        script.textContent = 'window.ran = 1';
        document.body.append(script);
      } catch {
        tried.push('script');
      }
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
      } catch {
        tried.push('html');
      }
      return { tried, ran: 'ran' in window };
    });
    expect(outcomes).toEqual({ tried: ['fetch', 'image', 'script', 'html'], ran: false });
    expect(requests).toEqual([]);
  });

  test('a click in the text finds the row and fills the card', async () => {
    const opened = await browser.open([seed]);
    const { page } = opened;
    await figure(page, '175个').click();
    expect(await cardTitle(page)).toBe('175个');
    expect(await isInView(page, '.fig.selected')).toBe(true);
    const row = page.locator('tr[aria-selected="true"]');
    expect(await row.locator('.c-text').innerText()).toBe('175个');
    const record = seed.records.find((r) => r.text === '175个')!;
    const card = await page.locator('.record').innerText();
    for (const part of [record.subject!, record.item!, record.rule, record.id, `Lines 55–57`])
      expect(card).toContain(part);
    expectSilence(opened);
  });

  test('a click on a row scrolls to the text', async () => {
    const { page } = await browser.open([seed]);
    await page.locator('.panel-table').evaluate((e) => e.scrollTo(0, e.scrollHeight));
    const text = seed.records.at(-1)!.text;
    await expect.poll(async () => (await rowTexts(page)).at(-1)).toBe(text);
    await page.locator('tr[data-figure]').last().click();
    expect((await page.locator('.fig.selected').allInnerTexts()).join('')).toContain(text);
    expect(await isInView(page, '.fig.selected')).toBe(true);
  });

  test('underlines what was read beside the selected figure', async () => {
    const { page } = await browser.open([small]);
    const record = small.records.find((r) => r.text === '12亿元')!;
    await figure(page, '12亿元').click();
    expect(await page.locator('.para .f-subject').innerText()).toBe(record.subject);
    expect(await page.locator('.para .f-metric').innerText()).toBe(record.metric);
  });

  test('the raw text has the same figures, across its broken lines', async () => {
    const { page } = await browser.open([seed]);
    await figure(page, '25亿元').click();
    await page.keyboard.press('t');
    const parts = page.locator('.raw-line .fig.selected');
    expect(await parts.allInnerTexts()).toEqual(['25', '亿元']);
    expect(await isInView(page, '.fig.selected')).toBe(true);
    const lines = await page.locator('.raw-line:has(.fig.selected) .line-number').allInnerTexts();
    expect(lines).toEqual(['25', '27']);
    await page.locator('#raw').click();
    expect(await page.locator('.fig.selected').innerText()).toBe('25亿元');
  });

  test('repairs are shown in place', async () => {
    const { page } = await browser.open([seed]);
    await figure(page, '25亿元').click();
    expect(await page.locator('.mend').count()).toBe(0);
    await page.keyboard.press('m');
    expect(await page.locator('.para:has(.fig.selected) del.mend').count()).toBeGreaterThan(2);
    expect((await page.locator('.para:has(.fig.selected) del.mend').allInnerTexts()).join('')).toContain('⏎');
  });

  test('filters by type, subject, status, article, decision and any text', async () => {
    const { page } = await browser.open([seed, small]);
    const shown = async () => Number((await page.locator('.shown').innerText()).split(' ')[0]);
    const wait = (n: number) => expect.poll(shown).toBe(n);
    const all = [...seed.records, ...small.records];
    await page.locator('.legend [data-type="growth"]').click();
    await wait(all.filter((r) => r.type === 'growth').length);
    await page.locator('.legend [data-type="area"]').click();
    await wait(all.filter((r) => r.type === 'growth' || r.type === 'area').length);
    await page.locator('#clear').click();
    await wait(all.length);

    await page.locator('#subject').fill('机场扩建工程');
    await wait(all.filter((r) => r.subject?.includes('机场扩建工程')).length);
    await page.locator('#clear').click();
    await page.locator('#status').selectOption('planned');
    await wait(all.filter((r) => r.status === 'planned').length);
    await page.locator('#clear').click();
    await page.locator('#scope').selectOption('1');
    await wait(seed.records.filter((r) => r.source.article?.index === 1).length);
    await page.locator('#clear').click();
    await page.locator('#search').fill('轮胎');
    await wait(all.filter((r) => r.source.sentence.includes('轮胎')).length);
    await page.locator('#clear').click();
    await page.locator('tr[data-figure]').first().click();
    await page.keyboard.press('a');
    await page.locator('#decision').selectOption('accepted');
    await wait(1);
  });

  test('sorts by a column, down, and back to the text’s order', async () => {
    const { page } = await browser.open([small]);
    const values = () =>
      page
        .locator('td.c-value')
        .allInnerTexts()
        .then((t) => t.map((v) => Number(v.replaceAll(',', ''))));
    const order = await values();
    expect(order).toEqual(small.records.map((r) => r.value));
    const head = page.locator('[data-column="value"] button');
    await head.click();
    expect(await values()).toEqual([...order].sort((a, b) => a - b));
    expect(await page.locator('[data-column="value"]').getAttribute('aria-sort')).toBe('ascending');
    await head.click();
    expect(await values()).toEqual([...order].sort((a, b) => b - a));
    await head.click();
    expect(await values()).toEqual(order);
  });

  test('shows the columns that are chosen', async () => {
    const { page } = await browser.open([small]);
    await page.locator('summary', { hasText: 'Columns' }).click();
    await page.locator('input[name="column"][value="rule"]').check();
    await page.locator('input[name="column"][value="metric"]').uncheck();
    const heads = await page.locator('.records th').allInnerTexts();
    expect(heads).toContain('rule');
    expect(heads).not.toContain('metric');
    expect(await page.locator('td.c-rule').first().innerText()).toBe(small.records[0]!.rule);
  });

  test('is worked by the keyboard: next, previous, accept, reject, edit, undo', async () => {
    const opened = await browser.open([small]);
    const { page } = opened;
    await page.keyboard.press('j');
    expect(await cardTitle(page)).toBe(small.records[0]!.text);
    expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true);
    await page.keyboard.press('a');
    expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(false);
    expect(await cardTitle(page)).toBe(small.records[1]!.text);
    await page.keyboard.press('r');
    await page.keyboard.press('k');
    expect(await cardTitle(page)).toBe(small.records[1]!.text);
    expect(await page.locator('tr[aria-selected="true"]').getAttribute('class')).toBe('rejected');
    expect(await page.locator('.headline-count').innerText()).toBe(`2 of ${small.records.length} reviewed`);
    await page.keyboard.press('u');
    expect(await page.locator('tr[aria-selected="true"]').getAttribute('class')).toBe('open');
    await page.keyboard.press('e');
    await page.locator('#edit-subject').fill('全省');
    await page.keyboard.press('Enter');
    expect(await page.locator('tr[aria-selected="true"] .c-subject').innerText()).toBe('全省');
    expect(await page.locator('.record .tag.edited').count()).toBe(1);
    await page.keyboard.press('Control+z');
    expect(await page.locator('.record .tag.edited').count()).toBe(0);
    await page.keyboard.press('e');
    await page.locator('#edit-value').fill('很多');
    await page.keyboard.press('Enter');
    expect(await page.locator('.trouble').innerText()).toContain('Not a number');
    await page.keyboard.press('Escape');
    expect(await page.locator('.edit-form').count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    expectSilence(opened);
  });

  test('decisions outlive a reload, are exported, and are applied to a later run', async () => {
    const opened = await browser.open([small]);
    const { page } = opened;
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await page.keyboard.press('e');
    await page.locator('#edit-value').fill('8,400,000,00');
    await page.locator('#edit-metric').fill('农业投资');
    await page.keyboard.press('Enter');
    await page.reload();
    expect(await page.locator('.headline-count').innerText()).toBe(`2 of ${small.records.length} reviewed`);
    expect(await page.locator('td.c-metric', { hasText: '农业投资' }).count()).toBe(1);

    const save = async (button: string) => {
      await page.locator('#export').click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
      const path = join(browser.folder, download.suggestedFilename());
      await download.saveAs(path);
      return readFileSync(path, 'utf8');
    };
    const csv = await save('#export-csv');
    expect(csv.split('\r\n')[0]).toContain('file,sha256,line,id,type,text,decision');
    expect(csv).toContain(`${small.records[1]!.id},${small.records[1]!.type},${small.records[1]!.text},rejected`);
    const json = await save('#export-json');

    const later = applyDecisions(small.records, parseDecisions(json));
    expect(later.records.map((r) => r.id)).toEqual(small.records.filter((_, i) => i !== 1).map((r) => r.id));
    expect(later.records[1]).toMatchObject({ value: 840_000_000, metric: '农业投资' });
    expect(later).toMatchObject({ accepted: 1, rejected: 1, edited: 1, unmatched: [], invalid: [] });
    const other = applyDecisions(small.records.slice(2), parseDecisions(json));
    expect(other.unmatched.map((d) => d.id).sort()).toEqual([small.records[0]!.id, small.records[1]!.id].sort());
    expectSilence(opened);
  });

  test('decisions belong to the file’s content: another file has none of them', async () => {
    const { page } = await browser.open([small]);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    const keys = await page.evaluate(() => Object.keys(localStorage));
    expect(keys).toEqual([`shumu-review:${small.sha256}`]);
  });

  test('draws pictures of the figures shown; a bar leads to its figure', async () => {
    const opened = await browser.open([small]);
    const { page } = opened;
    await page.locator('#tab-pictures').click();
    expect(await page.locator('.picture h2').allInnerTexts()).toEqual(
      expect.arrayContaining(['Figures by type', 'Money by subject', 'Capacity', 'Growth']),
    );
    const growth = page.locator('svg[aria-label="Growth"]');
    expect(await growth.locator('.bar-value').allTextContents()).toEqual(['7.5%', '3.2%']);
    const [up, down] = await growth
      .locator('.bar-shape')
      .evaluateAll((bars) => bars.map((b) => b.getBoundingClientRect().x));
    expect(down!).toBeLessThan(up!);
    await growth.locator('.bar').last().click();
    expect(await cardTitle(page)).toBe('3.2%');
    await page.locator('svg[aria-label="Figures by type"] .bar').first().click();
    expect(await page.locator('.legend [aria-pressed="true"]').count()).toBe(1);
    expectSilence(opened);
  });

  test('says where parts do not add up and links what is told twice', async () => {
    const { page } = await browser.open([small]);
    await page.locator('#tab-checks').click();
    const sum = page.locator('.panel-checks .finding', { hasText: '30亿元' });
    expect(await sum.innerText()).toContain('do not add up: off by 1');
    expect(await sum.locator('.chip').allInnerTexts()).toEqual(['30亿元', '16.2亿元', '8.3亿元', '4.5亿元']);
    const twice = page.locator('.panel-checks .finding', { hasText: '12亿元' });
    expect(await twice.locator('.chip').allInnerTexts()).toEqual(['12亿元', '15亿元']);
    await twice.locator('.chip').last().click();
    expect(await cardTitle(page)).toBe('15亿元');
    expect(await page.locator('.record .finding').count()).toBe(1);
  });

  test('says that parts add up', async () => {
    const { page } = await browser.open([seed]);
    await page.locator('#tab-checks').click();
    const sum = page.locator('.panel-checks .finding.agrees', { hasText: '19亿元' });
    expect(await sum.locator('.chip').allInnerTexts()).toEqual(['19亿元', '10.8亿元', '4.4亿元', '1.2亿元', '2.6亿元']);
  });

  test('only what is visible is in the DOM, and scrolling reaches the end', async () => {
    const long = documentOf(
      'long.txt',
      Array.from({ length: 3000 }, (_, i) => `第${i}号工程投资${i + 1}万元。`).join('\n'),
    );
    const opened = await browser.open([long]);
    const { page } = opened;
    expect(long.records.length).toBeGreaterThanOrEqual(3000);
    expect(await page.locator('*').count()).toBeLessThan(2000);
    await page.locator('.text').evaluate((e) => e.scrollTo(0, e.scrollHeight));
    await expect.poll(() => page.locator('.fig', { hasText: '3000万元' }).count()).toBe(1);
    await page.locator('.panel-table').evaluate((e) => e.scrollTo(0, e.scrollHeight));
    await expect.poll(async () => (await rowTexts(page)).at(-1)).toBe('3000万元');
    expect(await page.locator('*').count()).toBeLessThan(2000);
    expectSilence(opened);
  });

  test('many documents: the left pane opens each, next goes over from one to the next', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      documentOf(`${String.fromCharCode(65 + i)}-${i}.txt`, `工厂投资${i + 1}亿元。`),
    );
    const { page } = await browser.open(many);
    await page.locator('[data-document="3"]').click();
    expect(await page.locator('.text .fig').innerText()).toBe('4亿元');
    await page.locator('.text .fig').click();
    await page.keyboard.press('j');
    expect(await page.locator('.text .fig').innerText()).toBe('5亿元');
    expect(await page.locator('[data-document="4"]').getAttribute('aria-current')).toBe('true');
  });

  test('on a phone one pane shows at a time and nothing is cut off', async () => {
    const opened = await browser.open([seed], { viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = opened;
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    for (const place of ['documents', 'table', 'pictures', 'checks', 'text']) {
      await page.locator(`[data-place="${place}"]`).tap();
      expect(await wide()).toBe(false);
    }
    expect(await page.locator('.documents').isVisible()).toBe(false);
    await page.locator('[data-place="table"]').tap();
    await page.locator('tr[data-figure]').nth(4).tap();
    expect(await page.locator('.middle').isVisible()).toBe(true);
    expect(await isInView(page, '.fig.selected')).toBe(true);
    await page.locator('[data-action="accept"]').tap();
    expect(await page.locator('.headline-count').innerText()).toContain('1 of');
    expectSilence(opened);
  });

  test('speaks Chinese to a Chinese browser, English to others', async () => {
    const zh = await browser.open([small], { locale: 'zh-CN' });
    expect(await zh.page.locator('h1').innerText()).toBe('数据核对');
    expect(await zh.page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await zh.page.locator('.legend [data-type="growth"]').innerText()).toContain('增减');
    const en = await browser.open([small], { locale: 'fr-FR' });
    expect(await en.page.locator('h1').innerText()).toBe('Figure review');
  });

  test('is dark where the system is, and as the reader chooses', async () => {
    const { page } = await browser.open([small], { colorScheme: 'dark' });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await page.locator('#theme').click();
    expect(await paper()).not.toBe(dark);
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  });

  test('is printed whole: the text with its marks, then the table', async () => {
    const { page } = await browser.open([seed]);
    expect(await page.locator('.para').count()).toBeLessThan(seed.page.paragraphs.length);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.para').count()).toBe(seed.page.paragraphs.length);
    expect(await page.locator('tr[data-figure]').count()).toBe(seed.records.length);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.para').count()).toBeLessThan(seed.page.paragraphs.length);
  });

  test('hostile text is text', async () => {
    const evil = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">';
    const raw = `机场${evil}工程投资12亿元\u202e元亿99\u202c，\u2028另投资3亿元。\n=cmd|' /C calc'!A0投资5亿元。`;
    const document: ReviewDocument = documentOf(`${evil}.txt`, raw);
    for (const r of document.records) Object.assign(r, { subject: `${evil}\u202e`, rule: evil });
    for (const a of document.page.articles) a.title = evil;
    const opened = await browser.open([document]);
    const { page } = opened;
    await page.locator('.fig').first().click();
    await page.locator('#repairs').click();
    await page.locator('#raw').click();
    for (const tab of ['pictures', 'checks', 'table']) await page.locator(`#tab-${tab}`).click();
    await page.keyboard.press('e');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('img, script:not([type])').count()).toBe(1);
    const text = await page.locator('.text').innerText();
    expect(text).toContain('</script><script>window.hacked=1</script>');
    expect(text).toContain('[U+202E]');
    expect(text).toContain('[U+2028]');
    expect(await page.locator('body').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expectSilence(opened);
  });

  describe('has no violation that axe finds', () => {
    const check = async (opened: Opened, where: string) => {
      await opened.page.evaluate(axe.source);
      const found = await opened.page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map(
          (v) =>
            `${v.id}: ${v.nodes
              .map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`)
              .slice(0, 3)
              .join(' | ')}`,
        );
      });
      expect(found, where).toEqual([]);
    };
    test.each(['light', 'dark'] as const)('%s', async (colorScheme) => {
      const opened = await browser.open([seed, small], { colorScheme });
      const { page } = opened;
      await check(opened, 'at first');
      await figure(page, '175个').click();
      await page.keyboard.press('r');
      await page.keyboard.press('a');
      await page.locator('#repairs').click();
      await check(opened, 'with a figure selected');
      await page.locator('#raw').click();
      await page.locator('#tab-pictures').click();
      await check(opened, 'raw text, pictures');
      await page.locator('#tab-checks').click();
      await page.locator('.legend .chip').first().click();
      await page.keyboard.press('e');
      await check(opened, 'checks, editing');
      await page.keyboard.press('Escape');
      await page.locator('#help').click();
      await check(opened, 'shortcuts');
    });
    test('on a phone', async () => {
      const opened = await browser.open([seed], { viewport: { width: 390, height: 844 } });
      await figure(opened.page, '25亿元').click();
      await check(opened, 'text');
      for (const place of ['documents', 'table', 'pictures', 'checks']) {
        await opened.page.locator(`[data-place="${place}"]`).click();
        await check(opened, place);
      }
    });
  });
});
