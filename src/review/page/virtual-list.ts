import { above, h } from './dom.ts';

/** A long list of which only what is visible is in the DOM. Rows may have any height: they are measured when shown. */
export interface VirtualList {
  /** The list's length or contents changed. */
  refresh(count: number): void;
  /** Row `index` changed. */
  update(index: number): void;
  /** Redraws what is shown. */
  redraw(): void;
  /** Brings a row into view; `offset` tells where inside it (pixels), once it is drawn. */
  scrollTo(index: number, offsetIn?: (row: HTMLElement) => number): void;
  /** Draws the first `most` rows at once, for print; `false` returns to what is visible. */
  drawAll(most: number | false): void;
}

const OVERSCAN = 400;

/** @param estimate a row's height in pixels before it is measured */
export function createVirtualList(
  scroller: HTMLElement,
  estimate: (index: number) => number,
  draw: (index: number) => HTMLElement,
): VirtualList {
  const shown = h('div', { class: 'virtual-shown' });
  const space = h('div', { class: 'virtual-space' }, shown);
  scroller.append(space);
  let count = 0;
  let heights = new Float64Array(0);
  let tops = new Float64Array(1);
  let stale = 0; // tops are right up to here
  let rows = new Map<number, HTMLElement>();
  let from = 0;
  let to = 0;
  let all: number | false = false;

  const topOf = (index: number): number => {
    for (; stale < index; stale++) tops[stale + 1] = tops[stale]! + heights[stale]!;
    return tops[index]!;
  };
  const rowAt = (y: number): number => {
    topOf(count);
    return Math.max(0, above(count, (i) => tops[i]!, y) - 1);
  };

  function layout(): void {
    if (all !== false) return;
    const top = scroller.scrollTop;
    const first = count === 0 ? 0 : rowAt(Math.max(0, top - OVERSCAN));
    const last = count === 0 ? 0 : Math.min(count, rowAt(top + scroller.clientHeight + OVERSCAN) + 1);
    show(first, last);
    if (measure()) {
      space.style.height = `${topOf(count)}px`;
      shown.style.transform = `translateY(${topOf(from)}px)`;
    }
  }

  function show(first: number, last: number): void {
    const next = new Map<number, HTMLElement>();
    for (let i = first; i < last; i++) next.set(i, rows.get(i) ?? draw(i));
    for (const [i, row] of rows) if (next.get(i) !== row) row.remove();
    let before: Node | null = shown.firstChild;
    for (const row of next.values()) {
      if (row === before) before = before.nextSibling;
      else shown.insertBefore(row, before);
    }
    rows = next;
    from = first;
    to = last;
    space.style.height = `${topOf(count)}px`;
    shown.style.transform = `translateY(${topOf(from)}px)`;
  }

  /** Takes the drawn rows' real heights; keeps what is in view in its place when rows above it turn out otherwise. */
  function measure(): boolean {
    if (scroller.clientHeight === 0) return false; // hidden: every row would be 0 high
    let changed = false;
    let shift = 0;
    const top = scroller.scrollTop;
    for (let i = from; i < to; i++) {
      const real = rows.get(i)!.offsetHeight;
      if (Math.abs(real - heights[i]!) < 0.5) continue;
      if (topOf(i) + heights[i]! <= top) shift += real - heights[i]!;
      heights[i] = real;
      stale = Math.min(stale, i);
      changed = true;
    }
    if (shift !== 0) scroller.scrollTop = top + shift;
    return changed;
  }

  scroller.addEventListener('scroll', layout, { passive: true });
  new ResizeObserver(() => {
    stale = 0;
    layout();
  }).observe(scroller);

  const redraw = () => {
    for (const row of rows.values()) row.remove();
    rows = new Map();
    layout();
  };

  return {
    refresh(n) {
      count = n;
      heights = Float64Array.from({ length: n }, (_, i) => estimate(i));
      tops = new Float64Array(n + 1);
      stale = 0;
      redraw();
    },
    update(index) {
      const old = rows.get(index);
      if (!old) return;
      const row = draw(index);
      old.replaceWith(row);
      rows.set(index, row);
      if (measure()) show(from, to);
    },
    redraw,
    scrollTo(index, offsetIn) {
      if (index < 0 || index >= count) return;
      const view = scroller.clientHeight;
      // Twice: the rows drawn on the way may turn out taller than was thought.
      for (let pass = 0; pass < 2; pass++) {
        const row = rows.get(index);
        const inside = row && offsetIn ? offsetIn(row) : 0;
        const y = topOf(index) + inside;
        const height = row && !offsetIn ? heights[index]! : 28;
        if (row && y >= scroller.scrollTop + 24 && y + height <= scroller.scrollTop + view - 24) return;
        scroller.scrollTop = Math.max(0, y - view / 3);
        layout();
      }
    },
    drawAll(most) {
      all = most;
      if (most === false) {
        layout();
        return;
      }
      show(0, Math.min(count, most));
      shown.style.transform = '';
      space.style.height = '';
    },
  };
}
