import { createHash } from 'node:crypto';
import { script, style } from 'review-page';
import { embedJson, escapeHtml } from './embed.ts';
import { packDocuments, type ReviewDocument } from './pack.ts';

export type { ReviewDocument } from './pack.ts';

/**
 * One self-contained HTML page on which every figure can be checked against its source. It opens from disk, needs no
 * network and allows none: its policy lets only its own script and style run.
 */
export function renderReview(documents: readonly ReviewDocument[]): string {
  const title = documents.length === 1 ? documents[0]!.file : `${documents.length} files`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="shumu">',
    `<title>${escapeHtml(title)} · shumu</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<noscript><p>This page needs JavaScript. 此页需要 JavaScript。</p></noscript>',
    `<script type="application/json" id="data">${embedJson(packDocuments(documents))}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function hashOf(source: string): string {
  return `'sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}'`;
}
