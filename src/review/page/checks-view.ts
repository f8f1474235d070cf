import { type App, select } from './app.ts';
import { fill, h } from './dom.ts';
import type { Finding } from './model.ts';
import { formatShort, t } from './strings.ts';
import { createVirtualList } from './virtual-list.ts';
import { appendText, visible } from './visible.ts';

/** Totals against their parts, and what is told twice: differences first. */
export function createChecksView(app: App, scroller: HTMLElement): void {
  const sorted = [...app.model.findings].sort((a, b) => Number(a.agrees) - Number(b.agrees));
  if (sorted.length === 0) {
    fill(scroller, h('p', { class: 'empty' }, t('noFindings')));
    return;
  }
  const list = createVirtualList(
    scroller,
    () => 84,
    (i) => h('div', { class: 'finding-row' }, findingNode(app, sorted[i]!)),
  );
  list.refresh(sorted.length);
  app.on((change) => {
    if (change === 'panel' || change === 'select') list.redraw();
  });
}

/** One finding, each of its figures a button that goes to where it stands. */
export function findingNode(app: App, finding: Finding): HTMLElement {
  const unit = app.model.figures[finding.figures[0]!]!.unit ?? '';
  const off = `${formatShort(Math.abs(finding.difference))}${unit}`;
  const figures = finding.figures.map((f) => figureButton(app, f));
  const [first, ...rest] = figures;
  const sum: (Node | string)[] = [first!, finding.agrees ? (finding.difference === 0 ? ' = ' : ' ≈ ') : ' ≠ '];
  rest.forEach((node, i) => {
    if (i > 0) sum.push(finding.kind === 'sum' ? ' + ' : ' ≠ ');
    sum.push(node);
  });
  return h(
    'section',
    { class: `finding ${finding.agrees ? 'agrees' : 'differs'}` },
    h(
      'p',
      { class: 'finding-says' },
      h('span', { class: 'finding-sign', 'aria-hidden': 'true' }, finding.agrees ? '✓' : '!'),
      finding.kind === 'conflict'
        ? t('conflict', off)
        : !finding.agrees
          ? t('sumDiffers', off)
          : finding.difference === 0
            ? t('sumAgrees')
            : t('sumRounded', off),
    ),
    finding.kind === 'conflict' && conflictOf(app, finding),
    h('p', { class: 'finding-sum' }, ...sum),
  );
}

/** What the two figures are both said to be. */
function conflictOf(app: App, finding: Finding): HTMLElement {
  const figure = app.model.figures[finding.figures[0]!]!;
  const p = h('p', { class: 'finding-what' });
  appendText(p, [figure.period?.text, figure.subject, figure.metric, figure.item].filter(Boolean).join(' · '));
  return p;
}

function figureButton(app: App, index: number): HTMLElement {
  const figure = app.model.figures[index]!;
  const button = h('button', {
    type: 'button',
    class: `chip t-${figure.type}`,
    'aria-current': index === app.state.selected ? 'true' : null,
    title: visible([figure.subject, figure.metric, figure.item].filter(Boolean).join(' · ')),
    onclick: () => select(app, index),
  });
  appendText(button, figure.text);
  return button;
}
