import type { FigureType } from '../../record/schema.ts';
import type { Editable } from '../decision-file.ts';
import { type App, current, decide, step, undo, verdict } from './app.ts';
import { findingNode } from './checks-view.ts';
import { fill, h } from './dom.ts';
import { editForm } from './edit-form.ts';
import { articleTitle, type Figure, sentenceOf } from './model.ts';
import { fieldName, formatNumber, t, typeLetter, typeName, valueName } from './strings.ts';
import { VERDICTS } from './table-view.ts';
import { appendText } from './visible.ts';

/** The selected record: every field, what was inferred, its rule and place; with buttons to judge it. */
export function createCardView(app: App, pane: HTMLElement): void {
  const draw = () => {
    const figure = app.model.figures[app.state.selected];
    if (!figure)
      fill(pane, h('p', { class: 'empty' }, app.model.figures.length ? t('nothingSelected') : t('noFigures')));
    else if (app.state.editing) fill(pane, editForm(app, figure));
    else fill(pane, card(app, figure));
  };
  app.on((change) => {
    if (change === 'select' || change === 'decisions' || change === 'document') draw();
    else if (change === 'editing') {
      draw();
      pane.querySelector<HTMLElement>(app.state.editing ? 'select, input' : '[data-action="edit"]')?.focus();
    }
  });
  draw();
}

function card(app: App, figure: Figure): HTMLElement {
  const doc = app.model.docs[figure.document]!;
  const type = current(app, figure, 'type') as FigureType;
  const now = verdict(app, figure.index);
  const button = (action: string, label: string, key: string, pressed: boolean | null, act: () => void) =>
    h(
      'button',
      {
        type: 'button',
        class: `act ${action}`,
        'data-action': action,
        'aria-pressed': pressed === null ? null : String(pressed),
        'aria-keyshortcuts': key,
        disabled: action === 'undo' && !app.decisions.canUndo(),
        onclick: act,
      },
      label,
      h('kbd', { 'aria-hidden': 'true' }, key),
    );
  const title = h('h2', { class: 'figure-text' });
  appendText(title, figure.text);
  const findings = app.model.findingsOf.get(figure.index) ?? [];
  return h(
    'article',
    { class: `card ${now}` },
    h(
      'header',
      {},
      h('span', { class: `badge big t-${type}`, 'aria-hidden': 'true' }, typeLetter(type)),
      h('div', { class: 'headline' }, title, h('p', { class: 'kind' }, typeName(type), verdictOf(now))),
      h('div', { class: 'steps' }, stepButton(app, -1), stepButton(app, 1)),
    ),
    h(
      'div',
      { class: 'actions' },
      button('accept', t('accept'), 'a', now === 'accepted', () => decide(app, 'accepted', false)),
      button('reject', t('reject'), 'r', now === 'rejected', () => decide(app, 'rejected', false)),
      button('edit', t('edit'), 'e', null, () => {
        app.state.editing = true;
        app.emit('editing');
      }),
      button('undo', t('undo'), 'u', null, () => undo(app)),
    ),
    fieldsOf(app, figure),
    ...findings.map((f) => findingNode(app, f)),
    quote(sentenceOf(doc, figure).text, figure.text),
    h(
      'footer',
      {},
      line(doc.file, 'file-name'),
      line(articleTitle(doc, figure) ?? '', 'article-name'),
      h(
        'p',
        {},
        figure.endLine > figure.line
          ? t('places', figure.line, figure.endLine, figure.column)
          : t('place', figure.line, figure.column),
      ),
      h('p', { class: 'code' }, `${t('rule')} ${figure.rule}`),
      h('p', { class: 'code' }, `id ${figure.id}`),
    ),
  );
}

function verdictOf(now: ReturnType<typeof verdict>): HTMLElement {
  return h('span', { class: `verdict ${now}` }, `${VERDICTS[now]} ${t(now)}`);
}

function stepButton(app: App, by: 1 | -1): HTMLElement {
  const label = t(by > 0 ? 'next' : 'previous');
  return h(
    'button',
    {
      type: 'button',
      'data-action': by > 0 ? 'next' : 'previous',
      'aria-label': label,
      'aria-keyshortcuts': by > 0 ? 'j' : 'k',
      title: label,
      onclick: () => step(app, by),
    },
    by > 0 ? '↓' : '↑',
  );
}

function line(text: string, name: string): HTMLElement | false {
  if (!text) return false;
  const p = h('p', { class: name });
  appendText(p, text);
  return p;
}

/** The sentence, for those who look at the card alone (on a phone, in print). */
function quote(sentence: string, figure: string): HTMLElement {
  const block = h('blockquote', {});
  const at = sentence.indexOf(figure);
  if (at < 0) appendText(block, sentence);
  else {
    appendText(block, sentence.slice(0, at));
    const strong = h('strong', {});
    appendText(strong, figure);
    block.append(strong);
    appendText(block, sentence.slice(at + figure.length));
  }
  return block;
}

function fieldsOf(app: App, figure: Figure): HTMLElement {
  const rows: (HTMLElement | false)[] = [];
  const row = (name: string, value: unknown) => rows.push(...fieldRow(app, figure, name, value));
  for (const name of ['subject', 'metric', 'item', 'period'] as const) row(name, current(app, figure, name));
  row('value', current(app, figure, 'value'));
  for (const name of ['minValue', 'maxValue']) if (name in figure.own) row(name, figure.own[name]);
  row('unit', current(app, figure, 'unit'));
  row('unitCode', figure.unitCode);
  const canonical = figure.own.canonical as {
    value: number | null;
    minValue?: number;
    maxValue?: number;
    unit: string;
  } | null;
  if (canonical) {
    const { value, minValue, maxValue } = canonical;
    const amount =
      value !== null
        ? formatNumber(value)
        : `${minValue === undefined ? '' : formatNumber(minValue)}…${maxValue === undefined ? '' : formatNumber(maxValue)}`;
    row('canonical', canonical.unit === '1' ? amount : `${amount} ${canonical.unit}`);
  }
  row('status', valueName(String(current(app, figure, 'status'))));
  const modifier = current(app, figure, 'modifier');
  row('modifier', modifier ? valueName(String(modifier)) : null);
  for (const [name, value] of Object.entries(figure.own))
    if (!['minValue', 'maxValue', 'canonical'].includes(name)) row(name, value);
  return h('dl', { class: 'fields' }, ...rows);
}

function fieldRow(app: App, figure: Figure, name: string, value: unknown): HTMLElement[] {
  const edits = app.decisions.of(figure.index)?.edits ?? {};
  const dd = h('dd', {});
  if (value === null || value === undefined || value === '') {
    dd.append(h('span', { class: 'none' }, '–'));
  } else if (name === 'period') {
    const period = value as { text: string; edtf: string | null };
    appendText(dd, period.text);
    if (period.edtf && period.edtf !== period.text) dd.append(h('span', { class: 'code' }, period.edtf));
  } else if (typeof value === 'number') dd.append(formatNumber(value));
  else appendText(dd, name === 'direction' ? valueName(String(value)) : String(value));
  if (figure.inferred.includes(name) && !(name in edits))
    dd.append(h('span', { class: 'tag', title: t('inferredNote') }, t('inferred')));
  if (name in edits) {
    dd.append(h('span', { class: 'tag edited' }, t('edited')));
    const was = figure[name as Editable];
    const old = h('s', { class: 'was' });
    appendText(old, was === null ? '–' : typeof was === 'object' ? was.text : String(was));
    dd.append(old);
  }
  const underlined = ['subject', 'metric', 'item', 'period'].includes(name);
  return [h('dt', {}, h('span', { class: underlined ? `field f-${name}` : '' }, fieldName(name))), dd];
}
