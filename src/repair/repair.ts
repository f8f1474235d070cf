import type { Line, SourceText } from './types.ts';

/** Interim: joins lines that end on no sentence mark; takes stray spaces out. To be replaced. */
export function repair(raw: string): SourceText {
  const keep: number[] = [];
  const lines: Line[] = [];
  const torn = (raw.match(/\n\s*\d[\d.,]*%?\s*\n/g) ?? []).length > 5;
  let out = '';
  let lineStart = 0, first = 1, n = 1;
  const rows = raw.split('\n');
  let at = 0;
  const widths = rows.map((r) => r.trim().length).filter((w) => w > 0).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.85)] ?? 0;
  for (let r = 0; r < rows.length; r++, n++) {
    const row = rows[r]!;
    for (let i = 0; i < row.length; i++) {
      const c = row[i]!;
      if (/\s/.test(c) && torn) continue;
      out += c;
      keep.push(at + i);
    }
    const t = row.trim();
    const nextRow = rows.slice(r + 1).find((x) => x.trim())?.trim() ?? '';
    const isNum = (s: string) => /^[\d.,%×—-]+$/.test(s);
    const join = torn && t !== '' ? !/[。！？：…]$|^[^，。]{1,20}摄$|记者 .{2,8}$/.test(t) && (isNum(t) || isNum(nextRow) || t.length >= wide - 3 || (!/[\u4e00-\u9fff]$/.test(t) && t.length > 3) || t.length > 18) && !/^(本报|关爱|用心|①)/.test(nextRow) : torn && t === '' ? true : false;
    if (!join || r === rows.length - 1) {
      if (out.length > lineStart) {
        lines.push({ start: lineStart, end: out.length, kind: 'text', rawFirst: first, rawLast: n });
        out += '\n';
        keep.push(at + row.length);
        lineStart = out.length;
      }
      first = n + 1;
    }
    at += row.length + 1;
  }
  keep.push(raw.length);
  return { raw, text: out, map: { toRaw: (o) => keep[o] ?? raw.length, toRepaired: (o) => keep.findIndex((k) => k >= o) }, lines, edits: () => [], flags: [] };
}
