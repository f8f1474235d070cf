import type { Editable } from '../decision-file.ts';
import type { Decisions } from './decisions.ts';
import type { Figure, Model } from './model.ts';
import { articleTitle, sentenceOf } from './model.ts';

export interface Filter {
  types: Set<string>;
  /** 'all', 'document', or an article's index in the current document. */
  scope: string;
  subject: string;
  status: string;
  /** '', 'open', 'accepted', 'rejected', 'edited' */
  decision: string;
  search: string;
}

export interface State {
  document: number;
  /** Index into `Model.figures`, -1 for none. */
  selected: number;
  raw: boolean;
  repairs: boolean;
  filter: Filter;
  sort: { column: string; down: boolean };
  columns: string[];
  panel: 'table' | 'pictures' | 'checks';
  /** Which pane a narrow screen shows. */
  pane: 'documents' | 'text' | 'panel';
  editing: boolean;
}

/** What changed; views redraw by it. */
export type Change = 'select' | 'document' | 'filter' | 'rows' | 'decisions' | 'text' | 'columns' | 'panel' | 'editing';

export interface App {
  model: Model;
  decisions: Decisions;
  state: State;
  /** The figures that pass the filter, sorted: indices into `Model.figures`. */
  rows: number[];
  /** Row of each figure, -1 where it is filtered away. */
  rowOf: Int32Array;
  on(listener: (change: Change) => void): void;
  emit(change: Change): void;
}

export const ALL_COLUMNS = [
  'decision',
  'type',
  'text',
  'value',
  'unit',
  'subject',
  'metric',
  'item',
  'period',
  'status',
  'modifier',
  'unitCode',
  'inferred',
  'rule',
  'file',
  'article',
  'line',
  'sentence',
  'id',
] as const;

export function createApp(model: Model, decisions: Decisions): App {
  const listeners: ((change: Change) => void)[] = [];
  return {
    model,
    decisions,
    state: {
      document: 0,
      selected: -1,
      raw: false,
      repairs: false,
      filter: emptyFilter(),
      sort: { column: '', down: false },
      columns: ['decision', 'type', 'text', 'value', 'unit', 'subject', 'metric', 'item', 'period', 'status', 'line'],
      panel: 'table',
      pane: 'text',
      editing: false,
    },
    rows: [],
    rowOf: new Int32Array(model.figures.length),
    on: (listener) => listeners.push(listener),
    emit: (change) => {
      for (const listener of listeners) listener(change);
    },
  };
}

export function emptyFilter(): Filter {
  return { types: new Set(), scope: 'all', subject: '', status: '', decision: '', search: '' };
}

/** A field as it stands after the reviewer's edits. */
export function current(app: App, figure: Figure, field: Editable): unknown {
  const edits = app.decisions.of(figure.index)?.edits;
  return edits && field in edits ? edits[field] : figure[field];
}

export function currentPeriod(app: App, figure: Figure): Figure['period'] {
  return current(app, figure, 'period') as Figure['period'];
}

/** open, accepted or rejected. */
export function verdict(app: App, figure: number): 'open' | 'accepted' | 'rejected' {
  return app.decisions.of(figure)?.decision ?? 'open';
}

export function isEdited(app: App, figure: number): boolean {
  return Object.keys(app.decisions.of(figure)?.edits ?? {}).length > 0;
}

/** A figure's value in a column, to sort by and to show. */
export function cell(app: App, figure: Figure, column: string): string | number | null {
  switch (column) {
    case 'decision':
      return verdict(app, figure.index) + (isEdited(app, figure.index) ? '*' : '');
    case 'value': {
      const value = current(app, figure, 'value') as Figure['value'];
      return (
        value ?? (figure.own.minValue as number | undefined) ?? (figure.own.maxValue as number | undefined) ?? null
      );
    }
    case 'period':
      return currentPeriod(app, figure)?.edtf ?? currentPeriod(app, figure)?.text ?? null;
    case 'inferred':
      return figure.inferred.join(', ');
    case 'file':
      return app.model.docs[figure.document]!.file;
    case 'article':
      return articleTitle(app.model.docs[figure.document]!, figure);
    case 'sentence':
      return sentenceOf(app.model.docs[figure.document]!, figure).text;
    case 'line':
      return figure.line;
    case 'text':
    case 'unitCode':
    case 'rule':
    case 'id':
      return figure[column];
    default:
      return current(app, figure, column as Editable) as string | null;
  }
}

/** Selects a figure and goes to where it stands. */
export function select(app: App, figure: number): void {
  const { state, model } = app;
  const document = model.figures[figure]?.document ?? state.document;
  const moved = document !== state.document;
  if (figure === state.selected && !moved) {
    app.emit('select');
    return;
  }
  if (moved) {
    state.document = document;
    if (state.filter.scope !== 'all') state.filter.scope = 'document';
  }
  state.selected = figure;
  state.editing = false;
  // On a phone only one pane shows: whoever picks a figure wants to see where it stands.
  state.pane = 'text';
  if (moved) app.emit('document');
  app.emit('select');
}

/** Goes `by` rows on from the selected figure, in the table's order. */
export function step(app: App, by: 1 | -1): void {
  const { rows, state } = app;
  if (rows.length === 0) return;
  const row = state.selected < 0 ? -1 : app.rowOf[state.selected]!;
  const next = row < 0 ? (by > 0 ? firstRowAfter(app) : rows.length - 1) : row + by;
  if (next >= 0 && next < rows.length) select(app, rows[next]!);
}

/** Where to go on when the selected figure was filtered away: the next row of the text's order. */
function firstRowAfter(app: App): number {
  const i = app.rows.findIndex((f) => f > app.state.selected);
  return i < 0 ? 0 : i;
}

export function decide(app: App, decision: 'accepted' | 'rejected', goOn: boolean): void {
  const figure = app.state.selected;
  if (figure < 0) return;
  // Deciding the same again takes it back.
  app.decisions.decide(figure, verdict(app, figure) === decision && !goOn ? null : decision);
  app.emit('decisions');
  if (goOn) step(app, 1);
}

export function undo(app: App): void {
  const figure = app.decisions.undo();
  if (figure < 0) return;
  app.emit('decisions');
  select(app, figure);
}
