import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';
import { extractPage } from '../../src/pipeline.ts';
import { type ReviewDocument, renderReview } from '../../src/review/render.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** Why the browser tests cannot run here; null where they can. With SHUMU_NEEDS_BROWSER set they must. */
export const noBrowser: string | null = existsSync(CHROMIUM)
  ? null
  : `${CHROMIUM} is missing: browser tests are skipped`;
if (noBrowser) {
  if (process.env.SHUMU_NEEDS_BROWSER) throw new Error(`${CHROMIUM} is missing`);
  console.warn(noBrowser);
}

export interface Opened {
  page: Page;
  /** Whatever the page said on the console or threw. */
  complaints: string[];
  /** Addresses that it asked for, its own file and what it made itself left out. */
  requests: string[];
}

/** One browser with fresh profiles, and a folder for pages that are opened from disk. */
export async function startBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'shumu-review-'));
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  let files = 0;
  return {
    folder,
    /** Writes a page for the documents and opens it from disk. */
    async open(documents: readonly ReviewDocument[], options: BrowserContextOptions = {}): Promise<Opened> {
      const own = join(folder, String(files++));
      mkdirSync(own);
      const path = join(own, 'review.html');
      writeFileSync(path, renderReview(documents));
      const context = await browser.newContext({
        locale: 'en-US',
        viewport: { width: 1400, height: 900 },
        acceptDownloads: true,
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      const address = pathToFileURL(path).href;
      page.on('console', (m) => complaints.push(`${m.type()}: ${m.text()}`));
      page.on('pageerror', (e) => complaints.push(e.message));
      const note = (r: Request) => {
        if (r.url().split('#')[0] !== address && !r.url().startsWith('blob:')) requests.push(r.url());
      };
      page.on('requestfinished', note);
      // what the page's own policy stopped never left it
      page.on('requestfailed', (r) => r.failure()?.errorText !== 'csp' && note(r));
      await page.goto(address);
      return { page, complaints, requests };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A document as the command would read it. */
export function documentOf(file: string, raw: string, date: string | null = '2012-02-02'): ReviewDocument {
  const extraction = extractPage(raw, { file, date });
  return { file, sha256: `${file.length}`.padStart(64, file.charCodeAt(0).toString(16)), ...extraction };
}

export const figure = (page: Page, text: string) => page.locator('.fig.first', { hasText: text }).first();
export const rowTexts = (page: Page) => page.locator('.records tbody tr[data-figure] td.c-text').allInnerTexts();
export const cardTitle = (page: Page) => page.locator('.record .figure-text').innerText();

/** Whether an element lies within the scrolling pane that holds it. */
export async function isInView(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const box = element.getBoundingClientRect();
      const pane = element.closest('.scroll')!.getBoundingClientRect();
      return box.bottom > pane.top && box.top < pane.bottom;
    });
}

/** The page has said nothing and asked for nothing. */
export function expectSilence({ complaints, requests }: Opened): void {
  expect(complaints).toEqual([]);
  expect(requests).toEqual([]);
}
