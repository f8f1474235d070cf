// node bench/review.mjs [RECORDS]: how the review page bears many records. 500 documents made of numbered sentences are
// written by the built command and opened from disk in Chromium; printed: the file's size, the time until figures stand on the
// screen, nodes in the DOM, the heap, how long a jump to the middle, a filter and a search take, and the frames while table and text scroll.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const DOCUMENTS = 500;
const records = Number(process.argv[2] ?? 50_000);
const folder = mkdtempSync(join(tmpdir(), 'shumu-bench-'));
const texts = join(folder, 'texts');
mkdirSync(texts);
const each = Math.ceil(records / DOCUMENTS);
for (let d = 0; d < DOCUMENTS; d++) {
  const lines = Array.from({ length: each }, (_, i) => {
    const n = d * each + i + 1;
    return [`河东水厂第${n}期完成投资${n}万元。`, `全市粮食产量增长${(n % 90) / 10 + 0.1}%。`, `新建管网${n}公里。`][
      i % 3
    ];
  });
  writeFileSync(join(texts, `page-${String(d).padStart(3, '0')}.txt`), lines.join('\n'));
}
const page = join(folder, 'review.html');
const made = spawnSync(process.execPath, ['bin/extract.js', 'review', texts, '-o', page], { encoding: 'utf8' });
if (made.status !== 0) throw new Error(made.stderr);

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const tab = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
const started = performance.now();
await tab.goto(pathToFileURL(page).href);
await tab.locator('.records tbody tr[data-figure]').first().waitFor();
const loaded = performance.now() - started;
const painted = await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
const nodes = await tab.locator('*').count();
const heap = await tab.evaluate(() => performance.memory.usedJSHeapSize);
const timed = async (act) => {
  const from = performance.now();
  await act();
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return performance.now() - from;
};
/** Scrolls a pane by 120 pixels a frame for 90 frames; the middle and the longest time between two frames, ms. */
const frames = (pane) =>
  tab.locator(pane).evaluate(
    (e) =>
      new Promise((done) => {
        const gaps = [];
        let last = performance.now();
        const next = () => {
          const now = performance.now();
          gaps.push(now - last);
          last = now;
          e.scrollTop += 120;
          if (gaps.length <= 90) requestAnimationFrame(next);
          else {
            gaps.sort((a, b) => a - b);
            done(`${gaps[45].toFixed(0)} ms, longest ${gaps.at(-1).toFixed(0)} ms`);
          }
        };
        requestAnimationFrame(next);
      }),
  );
const shown = await tab.locator('.shown').innerText();
const tableFrames = await frames('.panel-table');
const textFrames = await frames('.text');
const scrolled = await timed(() => tab.locator('.panel-table').evaluate((e) => e.scrollTo(0, e.scrollHeight / 2)));
const filtered = await timed(() => tab.locator('.legend .chip').first().click());
await tab.locator('#clear').click();
const searched = await timed(async () => {
  await tab.locator('#search').fill('水厂第49999期');
  await tab.waitForFunction(
    () =>
      document.querySelector('.shown').textContent.startsWith('0 of') ||
      document.querySelector('.shown').textContent.startsWith('1 of'),
  );
});
const rows = [
  ['records', shown],
  ['file', `${(statSync(page).size / 1e6).toFixed(1)} MB`],
  ['figures on the screen after', `${loaded.toFixed(0)} ms`],
  ['first paint after', `${painted.toFixed(0)} ms`],
  ['DOM nodes', nodes],
  ['heap', `${(heap / 1e6).toFixed(0)} MB`],
  ['frame while the table scrolls', tableFrames],
  ['frame while the text scrolls', textFrames],
  ['jump to the middle of the table', `${scrolled.toFixed(0)} ms`],
  ['filter by type', `${filtered.toFixed(0)} ms`],
  ['search all sentences', `${searched.toFixed(0)} ms`],
  ['DOM nodes after that', await tab.locator('*').count()],
];
for (const [what, value] of rows) console.log(`${String(what).padEnd(36)}${value}`);
await browser.close();
rmSync(folder, { recursive: true });
