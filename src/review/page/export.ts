import { type DecisionFile, EDITABLE } from '../decision-file.ts';

/** Hands the reader a file, made here. */
export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function decisionsJson(file: DecisionFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** One row a decision; the columns never depend on the data. */
export function decisionsCsv(file: DecisionFile): string {
  const header = [
    'file',
    'sha256',
    'line',
    'id',
    'type',
    'text',
    'decision',
    'at',
    ...EDITABLE.map((f) => `edit_${f}`),
  ];
  const rows = file.files.flatMap((f) =>
    f.decisions.map((d) => [
      f.file,
      f.sha256,
      d.was.line,
      d.id,
      d.was.type,
      d.was.text,
      d.decision ?? '',
      d.at,
      ...EDITABLE.map((name) => (name in d.edits ? textOf(d.edits[name]) : '')),
    ]),
  );
  // The mark at the front tells spreadsheets that it is UTF-8.
  return `\ufeff${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '(none)';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A cell that a spreadsheet will not run: what looks like a formula and is no number is led by an apostrophe. */
export function csvCell(value: unknown): string {
  let text = String(value);
  if (/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
