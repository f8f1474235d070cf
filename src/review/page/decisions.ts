import type { Decision, DecisionFile, Editable } from '../decision-file.ts';
import type { Figure, Model } from './model.ts';

/** What a reviewer decided, by figure; kept in the browser under the file's hash; every step can be taken back. */
export interface Decisions {
  of(figure: number): Decision | undefined;
  /** Sets what was decided; null takes a decision back to open. */
  decide(figure: number, decision: 'accepted' | 'rejected' | null): void;
  edit(figure: number, edits: Partial<Record<Editable, unknown>>): void;
  /** Takes the last step back; the figure it was made on, or -1 where there is none. */
  undo(): number;
  canUndo(): boolean;
  /** How many figures of a document are decided. */
  decidedIn(document: number): number;
  export(): DecisionFile;
}

const PREFIX = 'shumu-review:';

/** @param onTrouble called once where the browser keeps nothing */
export function loadDecisions(model: Model, onTrouble: () => void): Decisions {
  const byFigure = new Map<number, Decision>();
  const strangers = new Map<number, Decision[]>();
  const decided = new Int32Array(model.docs.length);
  const steps: { figure: number; before: Decision | undefined }[] = [];
  let troubled = false;

  const trouble = () => {
    if (!troubled) onTrouble();
    troubled = true;
  };

  for (const doc of model.docs) {
    const kept = read(doc.sha256, trouble);
    if (kept.length === 0) continue;
    const index = new Map<string, number>();
    for (let i = doc.first; i < doc.first + doc.count; i++) index.set(model.figures[i]!.id, i);
    for (const d of kept) {
      const figure = index.get(d.id);
      // Decisions of an earlier page on figures that are read otherwise now stay with the file and are exported with it.
      if (figure === undefined) strangers.set(doc.index, [...(strangers.get(doc.index) ?? []), d]);
      else put(figure, d);
    }
  }

  function put(figure: number, decision: Decision | undefined): void {
    const document = model.figures[figure]!.document;
    if (byFigure.get(figure)?.decision) decided[document]!--;
    if (decision) byFigure.set(figure, decision);
    else byFigure.delete(figure);
    if (decision?.decision) decided[document]!++;
  }

  function change(figure: number, decision: Decision | undefined): void {
    steps.push({ figure, before: byFigure.get(figure) });
    put(figure, decision);
    keep(figure);
  }

  const ofDocument = (document: number): Decision[] => {
    const doc = model.docs[document]!;
    const list: Decision[] = [];
    for (let i = doc.first; i < doc.first + doc.count; i++) {
      const d = byFigure.get(i);
      if (d) list.push(d);
    }
    return [...list, ...(strangers.get(document) ?? [])];
  };

  function keep(figure: number): void {
    const document = model.figures[figure]!.document;
    write(model.docs[document]!.sha256, ofDocument(document), trouble);
  }

  const base = (figure: number): Decision =>
    byFigure.get(figure) ?? { ...fresh(model.figures[figure]!), at: new Date().toISOString() };

  return {
    of: (figure) => byFigure.get(figure),
    decide(figure, decision) {
      const next = { ...base(figure), decision, at: new Date().toISOString() };
      change(figure, isEmpty(next) ? undefined : next);
    },
    edit(figure, edits) {
      const next = { ...base(figure), edits, at: new Date().toISOString() };
      change(figure, isEmpty(next) ? undefined : next);
    },
    undo() {
      const step = steps.pop();
      if (!step) return -1;
      put(step.figure, step.before);
      keep(step.figure);
      return step.figure;
    },
    canUndo: () => steps.length > 0,
    decidedIn: (document) => decided[document]!,
    export: () => ({
      format: 'shumu-decisions',
      version: 1,
      files: model.docs
        .map((doc) => ({ file: doc.file, sha256: doc.sha256, decisions: ofDocument(doc.index) }))
        .filter((f) => f.decisions.length > 0),
    }),
  };
}

const isEmpty = (d: Decision): boolean => d.decision === null && Object.keys(d.edits).length === 0;

function fresh(figure: Figure): Omit<Decision, 'at'> {
  return {
    id: figure.id,
    decision: null,
    edits: {},
    was: { type: figure.type, text: figure.text, line: figure.line },
  };
}

function read(sha256: string, trouble: () => void): Decision[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + sha256) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isDecision) : [];
  } catch {
    trouble();
    return [];
  }
}

function isDecision(value: unknown): value is Decision {
  const d = value as Decision | null;
  return (
    typeof d === 'object' &&
    d !== null &&
    typeof d.id === 'string' &&
    (d.decision === null || d.decision === 'accepted' || d.decision === 'rejected') &&
    typeof d.edits === 'object' &&
    d.edits !== null &&
    typeof d.was === 'object'
  );
}

function write(sha256: string, decisions: Decision[], trouble: () => void): void {
  try {
    if (decisions.length > 0) localStorage.setItem(PREFIX + sha256, JSON.stringify(decisions));
    else localStorage.removeItem(PREFIX + sha256);
  } catch {
    trouble();
  }
}
