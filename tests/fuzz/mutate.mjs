// Seeded mutations of texts: the same seed gives the same inputs on any machine.

/** A generator of numbers in [0, n), from a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const SCRAPS = [
  '0',
  '1',
  '9',
  '.',
  ',',
  '%',
  '万',
  '亿',
  '余',
  '多',
  '近',
  '约',
  '至',
  '—',
  '~',
  '×',
  '/',
  '十',
  '百',
  '〇',
  '年',
  '月',
  '日',
  '元',
  '亩',
  '个',
  '第',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '　',
  '\f',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  '𠮷',
  'e\u0301',
  '=',
  '+',
  '-',
  '@',
  '"',
  "'",
  ',',
  '</script>',
  '&nbsp;',
  '１２３',
  '①',
  '¼',
  '∞',
  '99999999999999999999',
  '1e999',
  '0.0.0',
  '-0',
  '亿亿亿',
  '二〇一二',
  '今年',
  '去年',
  '同比',
  '增长',
  '下降',
  '（',
  '）',
];

/** One mutated text out of `texts`. */
export function mutate(texts, pick) {
  const chosen = texts[pick(texts.length)];
  const at = pick(Math.max(1, chosen.length));
  let text = chosen.slice(at, at + 20 + pick(380));
  for (let n = pick(8); n > 0; n--) {
    const i = pick(text.length + 1);
    const length = pick(6);
    switch (pick(6)) {
      case 0:
        text = text.slice(0, i) + text.slice(i + length);
        break;
      case 1:
        text = text.slice(0, i) + SCRAPS[pick(SCRAPS.length)] + text.slice(i);
        break;
      case 2:
        text = text.slice(0, i) + text.slice(i, i + length).repeat(1 + pick(5)) + text.slice(i);
        break;
      case 3: {
        const j = pick(text.length + 1);
        text = text.slice(0, i) + text.slice(j, j + 30) + text.slice(i + length);
        break;
      }
      case 4:
        text = text.slice(0, i) + [...text.slice(i, i + 40)].join(pick(2) ? '\n' : ' ') + text.slice(i + 40);
        break;
      default:
        text = text.slice(0, i) + String.fromCharCode(pick(0x10000)) + text.slice(i + 1);
    }
  }
  return text;
}

/** Bytes: a text in some encoding with some bytes changed, or nothing but noise. */
export function mutateBytes(texts, pick) {
  if (pick(10) === 0) return Uint8Array.from({ length: pick(300) }, () => pick(256));
  const text = mutate(texts, pick);
  const bytes = Buffer.from(text, ['utf8', 'utf8', 'utf16le', 'latin1'][pick(4)]);
  for (let n = pick(4); n > 0 && bytes.length > 0; n--) bytes[pick(bytes.length)] = pick(256);
  return bytes.subarray(0, bytes.length - (pick(4) === 0 ? pick(4) : 0));
}
