import type { FigureType } from '../../record/schema.ts';
import { type App, current, currentPeriod, select } from './app.ts';
import { type Bar, drawBars } from './bars.ts';
import { fill, h } from './dom.ts';
import type { Figure } from './model.ts';
import { updateRows } from './rows.ts';
import { fieldName, formatNumber, t, typeName } from './strings.ts';
import { TYPE_NAMES } from './types.ts';
import { visible } from './visible.ts';

/** Most bars of one picture. */
const MOST = 12;

/** Bar lists of the figures that pass the filter. Every bar but those of the first list is one figure; nothing is added up. */
export function createPicturesView(app: App, scroller: HTMLElement): void {
  const draw = () => {
    if (scroller.hidden) return;
    const figures = app.rows.map((i) => app.model.figures[i]!);
    // Columns of at least 300 pixels, as style/panel.css lays them out.
    const room = scroller.clientWidth - 48;
    const columns = Math.max(1, Math.floor((room + 32) / 332));
    const width = Math.max(220, Math.floor((room - 32 * (columns - 1)) / columns));
    const pictures = [
      picture(t('byType'), typeBars(app, figures), width, ''),
      ...ranked(app, t('moneyBySubject'), figures.filter(isMoney), byOwner, width),
      ...ranked(
        app,
        t('moneyByPeriod'),
        figures.filter((f) => isMoney(f) && currentPeriod(app, f)?.edtf),
        byPeriod,
        width,
      ),
      ...ranked(
        app,
        t('capacity'),
        figures.filter((f) => current(app, f, 'type') === 'capacity'),
        byOwner,
        width,
      ),
      ...ranked(
        app,
        t('growth'),
        figures.filter((f) => current(app, f, 'type') === 'growth' && f.unit === '%'),
        byOwner,
        width,
      ),
    ];
    fill(scroller, h('p', { class: 'note' }, t('picturesNote')), h('div', { class: 'pictures' }, ...pictures));
  };
  const isMoney = (f: Figure): boolean => ['money', 'investment'].includes(current(app, f, 'type') as string);
  app.on((change) => {
    if (change === 'rows' || change === 'panel' || change === 'decisions') draw();
  });
  let width = 0;
  new ResizeObserver(() => {
    if (scroller.clientWidth !== width) draw();
    width = scroller.clientWidth;
  }).observe(scroller);
}

function picture(title: string, bars: Bar[], width: number, note: string): HTMLElement {
  return h(
    'section',
    { class: 'picture' },
    h('h2', {}, title),
    note && h('p', { class: 'note' }, note),
    bars.length > 0 ? drawBars(title, bars, width) : h('p', { class: 'empty' }, t('noData')),
  );
}

function typeBars(app: App, figures: Figure[]): Bar[] {
  const counts = new Map<string, number>();
  for (const f of figures) {
    const type = current(app, f, 'type') as string;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return TYPE_NAMES.filter((type) => counts.has(type))
    .sort((a, b) => counts.get(b)! - counts.get(a)!)
    .map((type) => ({
      label: typeName(type),
      value: counts.get(type)!,
      shown: formatNumber(counts.get(type)!),
      kind: `t-${type}`,
      act: () => {
        app.state.filter.types = new Set([type]);
        updateRows(app);
      },
    }));
}

/** In the base unit where the record has one, for 亿元 and 万美元 are not to be compared by their numerals. */
function amountOf(app: App, f: Figure): { value: number; unit: string } | null {
  const value = current(app, f, 'value');
  if (typeof value !== 'number') return null;
  const canonical = f.own.canonical as { value: number | null; unit: string } | null;
  const edited = value !== f.value;
  if (canonical && typeof canonical.value === 'number' && !edited)
    return { value: canonical.value, unit: canonical.unit };
  return { value, unit: f.unitCode ?? f.unit ?? '' };
}

type Sorter = (app: App, figures: Figure[]) => { figure: Figure; label: string }[];

const what = (app: App, f: Figure): string =>
  [current(app, f, 'subject'), current(app, f, 'metric'), current(app, f, 'item')].filter(Boolean).join(' · ') ||
  f.text;

const byOwner: Sorter = (app, figures) => figures.map((figure) => ({ figure, label: what(app, figure) }));

const byPeriod: Sorter = (app, figures) =>
  figures
    .map((figure) => ({
      figure,
      label: `${currentPeriod(app, figure)!.edtf} · ${what(app, figure)}`,
      at: currentPeriod(app, figure)!.edtf!,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** A picture for each unit: the largest figures, in the sorter's order (largest first for `byOwner`). */
function ranked(app: App, title: string, figures: Figure[], sorter: Sorter, width: number): HTMLElement[] {
  const units = new Map<string, { figure: Figure; value: number }[]>();
  for (const figure of figures) {
    const amount = amountOf(app, figure);
    if (!amount) continue;
    const list = units.get(amount.unit);
    if (list) list.push({ figure, value: amount.value });
    else units.set(amount.unit, [{ figure, value: amount.value }]);
  }
  if (units.size === 0) return [picture(title, [], width, '')];
  return [...units]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 3)
    .map(([unit, list]) => {
      const largest = list.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST);
      largest.sort((a, b) => b.value - a.value);
      const value = new Map(largest.map((l) => [l.figure, l.value]));
      const bars = sorter(
        app,
        largest.map((l) => l.figure),
      ).map(
        ({ figure, label }): Bar => ({
          label,
          value: value.get(figure)!,
          shown: visible(figure.text),
          kind: `t-${current(app, figure, 'type') as FigureType}`,
          act: () => select(app, figure.index),
        }),
      );
      const notes = [
        units.size > 1 && unit ? `${fieldName('unit')}: ${visible(unit)}` : '',
        list.length > MOST ? t('most', MOST, list.length) : '',
      ];
      return picture(title, bars, width, notes.filter(Boolean).join(' · '));
    });
}
