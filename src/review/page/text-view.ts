import type { FigureType } from '../../record/schema.ts';
import { type App, current, select, verdict } from './app.ts';
import { above, h } from './dom.ts';
import { type FieldPlace, fieldPlaces } from './fields.ts';
import { type Doc, type Figure, figuresIn, toRaw } from './model.ts';
import { type Range, segmentsOf } from './segments.ts';
import { fieldName, t, typeLetter, typeName } from './strings.ts';
import { createVirtualList, type VirtualList } from './virtual-list.ts';
import { appendText, visible } from './visible.ts';

/** Most paragraphs that are printed. */
const PRINTED = 4000;

type Mark =
  | (Range & { kind: 'figure'; figure: Figure })
  | (Range & { kind: 'field'; place: FieldPlace })
  | (Range & { kind: 'mend'; was: string; reason: string });

export interface TextView {
  /** Scrolls to a place of the repaired text. */
  goTo(offset: number): void;
  print(on: boolean): void;
}

/** How far below its row's top the selected figure stands, in pixels. */
function offsetOfSelected(row: HTMLElement): number {
  const figure = row.querySelector('.fig.selected');
  return figure ? figure.getBoundingClientRect().top - row.getBoundingClientRect().top : 0;
}

/** The middle pane: the document's text with its figures marked, repaired or raw. */
export function createTextView(app: App, scroller: HTMLElement): TextView {
  let doc: Doc = app.model.docs[app.state.document]!;
  let mends: (Range & { kind: 'mend'; was: string; reason: string })[] | null = null;
  let fields: FieldPlace[] = [];
  let marked: number[] = [];

  const list: VirtualList = createVirtualList(
    scroller,
    (i) => estimate(i),
    (i) => (app.state.raw ? rawLine(i) : paragraph(i)),
  );

  function estimate(index: number): number {
    const [start, end] = rangeOf(index);
    const perLine = Math.max(12, scroller.clientWidth / 18);
    return app.state.raw
      ? 30 * Math.max(1, Math.ceil((end - start) / perLine))
      : 14 + 32 * Math.max(1, Math.ceil((end - start) / perLine));
  }

  const length = (): number => (app.state.raw ? doc.rawLines().length : doc.packed.paragraphs.length);

  /** Offsets of a row in its own text. */
  function rangeOf(index: number): [number, number] {
    if (!app.state.raw) {
      const p = doc.packed.paragraphs[index]!;
      return [p[0], p[1]];
    }
    const starts = doc.rawLines();
    return [starts[index]!, index + 1 < starts.length ? starts[index + 1]! - 1 : doc.packed.raw.length];
  }

  /** The row that holds a figure's first character. */
  function rowOf(offset: number): number {
    if (app.state.raw) return above(doc.rawLines().length, (i) => doc.rawLines()[i]!, offset) - 1;
    return above(doc.packed.paragraphs.length, (i) => doc.packed.paragraphs[i]![0], offset) - 1;
  }

  function paragraph(index: number): HTMLElement {
    const [start, end, role] = doc.packed.paragraphs[index]!;
    const row = h('div', { class: `para role-${/^[a-z]+$/.test(role) ? role : 'body'}` });
    if (role === 'title') {
      row.setAttribute('role', 'heading');
      row.setAttribute('aria-level', '3');
    }
    fillLine(row, doc.text(), start, end, false);
    return row;
  }

  function rawLine(index: number): HTMLElement {
    const [start, end] = rangeOf(index);
    const line = h('div', { class: 'raw-text' });
    fillLine(line, doc.packed.raw, start, end, true);
    return h(
      'div',
      { class: 'raw-line' },
      h('span', { class: 'line-number', 'aria-hidden': 'true' }, String(index + 1)),
      line,
    );
  }

  function fillLine(row: HTMLElement, text: string, start: number, end: number, raw: boolean): void {
    const marks: Mark[] = figuresIn(app.model, doc, start, end, raw).map((figure) =>
      raw
        ? { kind: 'figure', figure, start: figure.rawStart, end: figure.rawEnd }
        : { kind: 'figure', figure, start: figure.start, end: figure.end },
    );
    for (const place of fields) {
      const from = raw ? toRaw(doc, place.start) : place.start;
      const to = raw ? toRaw(doc, place.end - 1) + 1 : place.end;
      marks.push({ kind: 'field', place, start: from, end: to });
    }
    const empty: (Range & { was: string; reason: string })[] = [];
    if (!raw && app.state.repairs) {
      mends ??= mendsOf(doc);
      for (
        let i = Math.max(
          0,
          above(mends.length, (k) => mends![k]!.end, start - 1),
        );
        i < mends.length;
        i++
      ) {
        const mend = mends[i]!;
        if (mend.start > end) break;
        if (mend.end > mend.start) marks.push(mend);
        else empty.push(mend);
      }
    }
    // A repair that only takes something out has no text of its own: it stands between two stretches.
    for (const mend of empty) marks.push({ kind: 'mend', ...mend });
    let nextEmpty = 0;
    const flushEmpty = (before: number) => {
      for (; nextEmpty < empty.length && empty[nextEmpty]!.start <= before; nextEmpty++)
        row.append(mendMark(empty[nextEmpty]!.was, empty[nextEmpty]!.reason));
    };
    for (const segment of start < end ? segmentsOf(start, end, marks) : []) {
      flushEmpty(segment.start);
      row.append(drawSegment(text.slice(segment.start, segment.end), segment.start, segment.marks, raw));
    }
    flushEmpty(end);
  }

  function drawSegment(text: string, start: number, marks: Mark[], raw: boolean): Node {
    let node: HTMLElement | null = null;
    const wrap = (element: HTMLElement) => {
      if (node) element.append(node);
      else appendText(element, text);
      node = element;
    };
    for (const m of marks)
      if (m.kind === 'field') wrap(h('span', { class: `field f-${m.place.field}`, title: fieldName(m.place.field) }));
    for (const m of marks) {
      if (m.kind !== 'mend' || m.end === m.start) continue;
      wrap(
        h('ins', { class: 'mend', title: `${t('repair', m.reason)} — ${t('original', visible(shortened(m.was)))}` }),
      );
    }
    for (const m of marks)
      if (m.kind === 'figure') wrap(figureMark(m.figure, start === (raw ? m.figure.rawStart : m.figure.start)));
    if (node) return node;
    const plain = document.createDocumentFragment();
    appendText(plain, text);
    return plain;
  }

  function figureMark(figure: Figure, first: boolean): HTMLElement {
    const type = current(app, figure, 'type') as FigureType;
    const isSelected = figure.index === app.state.selected;
    const classes = ['fig', `t-${type}`, verdict(app, figure.index)];
    if (first) classes.push('first');
    if (isSelected) classes.push('selected');
    if (app.rowOf[figure.index]! < 0) classes.push('faded');
    const props: Record<string, unknown> = {
      class: classes.join(' '),
      href: `#${figure.id}`,
      'data-figure': figure.index,
      tabindex: isSelected && first ? 0 : -1,
    };
    if (first) {
      props['data-letter'] = typeLetter(type);
      props['aria-label'] = t('figureLabel', visible(figure.text), typeName(type));
    }
    if (isSelected) props['aria-current'] = 'true';
    return h('a', props);
  }

  scroller.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLElement>('.fig');
    if (!mark) return;
    event.preventDefault();
    select(app, Number(mark.dataset.figure));
  });

  function reload(): void {
    doc = app.model.docs[app.state.document]!;
    mends = null;
    const figure = app.model.figures[app.state.selected];
    fields = figure && figure.document === doc.index ? fieldPlaces(app, doc, figure) : [];
    list.refresh(length());
    scroller.scrollTop = 0;
  }

  function showSelected(scroll: boolean): void {
    for (const row of marked) list.update(row);
    const figure = app.model.figures[app.state.selected];
    if (!figure || figure.document !== doc.index) {
      fields = [];
      marked = [];
      return;
    }
    fields = fieldPlaces(app, doc, figure);
    const first = rowOf(app.state.raw ? figure.rawStart : figure.start);
    const last = rowOf((app.state.raw ? figure.rawEnd : figure.end) - 1);
    const rows = new Set<number>();
    for (let i = first; i <= last; i++) rows.add(i);
    for (const f of fields) {
      const from = rowOf(app.state.raw ? toRaw(doc, f.start) : f.start);
      const to = rowOf(app.state.raw ? toRaw(doc, f.end - 1) : f.end - 1);
      for (let i = from; i <= to; i++) rows.add(i);
    }
    marked = [...rows];
    for (const row of marked) list.update(row);
    if (scroll) list.scrollTo(first, offsetOfSelected);
  }

  app.on((change) => {
    if (change === 'document' || change === 'text') {
      reload();
      showSelected(true);
    } else if (change === 'select') showSelected(true);
    else if (change === 'decisions' || change === 'rows') list.redraw();
  });

  reload();
  return {
    goTo: (offset) => list.scrollTo(rowOf(app.state.raw ? toRaw(doc, offset) : offset), () => 0),
    print: (on) => list.drawAll(on ? PRINTED : false),
  };
}

/** The repairs of a document by their place in the repaired text. */
function mendsOf(doc: Doc) {
  let shift = 0;
  return doc.packed.mends.map(([rawStart, rawEnd, text, reason]) => {
    const start = rawStart + shift;
    shift += text.length - (rawEnd - rawStart);
    return {
      kind: 'mend' as const,
      start,
      end: start + text.length,
      was: doc.packed.raw.slice(rawStart, rawEnd),
      reason,
    };
  });
}

/** What a repair took out, where it stood: line ends as arrows. */
function mendMark(was: string, reason: string): HTMLElement {
  const mark = h('del', { class: 'mend', title: t('repair', reason) });
  appendText(mark, shortened(was));
  return mark;
}

function shortened(was: string): string {
  const shown = was
    .replace(/\r\n?|\n/g, '⏎')
    .replace(/ /g, '␣')
    .replace(/\u3000/g, '□')
    .replace(/\t/g, '⇥');
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
