import type { App } from './app.ts';
import { h } from './dom.ts';
import type { Doc } from './model.ts';
import { t } from './strings.ts';
import { createVirtualList } from './virtual-list.ts';
import { appendText, visible } from './visible.ts';

type Row = { document: number; article: number };

/** The left pane: the documents, and under the open one its articles. */
export function createDocumentsView(app: App, scroller: HTMLElement, toOffset: (start: number) => void): void {
  let rows: Row[] = [];
  let counts: number[] = [];
  const list = createVirtualList(
    scroller,
    (i) => (rows[i]!.article < 0 ? 58 : 36),
    (i) => (rows[i]!.article < 0 ? documentRow(rows[i]!.document) : articleRow(rows[i]!)),
  );

  function documentRow(index: number): HTMLElement {
    const doc = app.model.docs[index]!;
    const open = index === app.state.document;
    const decided = app.decisions.decidedIn(index);
    const name = h('span', { class: 'doc-name', title: visible(doc.file) });
    appendText(name, doc.file.slice(doc.file.lastIndexOf('/') + 1));
    const bar = h('span', { class: 'progress', 'aria-hidden': 'true' }, h('span', {}));
    (bar.firstElementChild as HTMLElement).style.width = `${doc.count ? (100 * decided) / doc.count : 0}%`;
    return h(
      'button',
      {
        type: 'button',
        class: 'doc-row',
        'data-document': index,
        'aria-current': open ? 'true' : null,
        onclick: () => openDocument(index),
      },
      name,
      h('span', { class: 'doc-count' }, t('reviewed', decided, doc.count)),
      bar,
    );
  }

  function articleRow({ document, article }: Row): HTMLElement {
    const doc = app.model.docs[document]!;
    const { title, kind, start } = doc.packed.articles[article]!;
    const button = h('button', {
      type: 'button',
      class: `article-row ${kind}`,
      'data-article': article,
      'aria-current': app.state.filter.scope === String(article) ? 'true' : null,
      onclick: () => {
        toOffset(start);
        app.state.pane = 'text';
        app.emit('panel');
      },
    });
    const name = h('span', { class: 'article-title' });
    appendText(name, `${kind === 'caption' ? '▣ ' : ''}${title || firstWords(doc, start)}`);
    name.title = name.textContent!;
    button.append(name, h('span', { class: 'article-count' }, String(counts[article] ?? 0)));
    return button;
  }

  function openDocument(index: number): void {
    app.state.pane = 'text';
    if (index !== app.state.document) {
      app.state.document = index;
      app.state.selected = -1;
      app.state.editing = false;
      if (app.state.filter.scope !== 'all') app.state.filter.scope = 'document';
      app.emit('document');
      app.emit('select');
    }
    app.emit('panel');
  }

  function refresh(): void {
    const top = scroller.scrollTop;
    rows = app.model.docs.flatMap((doc) => [
      { document: doc.index, article: -1 },
      ...(doc.index === app.state.document
        ? doc.packed.articles.map((_, article) => ({ document: doc.index, article }))
        : []),
    ]);
    counts = figuresByArticle(app);
    list.refresh(rows.length);
    scroller.scrollTop = top;
    const open = rows.findIndex((r) => r.document === app.state.document);
    list.scrollTo(open);
  }

  app.on((change) => {
    if (change === 'document') refresh();
    else if (change === 'decisions' || change === 'rows') list.redraw();
  });
  refresh();
}

/** How many figures each article of the open document has. */
function figuresByArticle(app: App): number[] {
  const counts: number[] = [];
  const doc = app.model.docs[app.state.document];
  if (!doc) return counts;
  for (const { article } of app.model.figures.slice(doc.first, doc.first + doc.count))
    counts[article] = (counts[article] ?? 0) + 1;
  return counts;
}

/** What stands for the title of an article that has none. */
function firstWords(doc: Doc, start: number): string {
  return (
    doc
      .text()
      .slice(start, start + 40)
      .trim()
      .split('\n')[0] || t('untitled')
  );
}
