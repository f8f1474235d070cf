/** The date of a document, from its file's name or from its own head: YYYY-MM-DD, or YYYY-MM. Never a guess. */

// biome-ignore format: one line a table
const CHINESE_DIGIT: Record<string, number> = { 〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

const NAME_PATTERNS = [
  // 焦作日报_2012年2月2日
  /(?<![0-9])((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日?)?/g,
  // 2012-02-02, 2012_2_2, 2012.02.02: the same separator twice
  /(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.])(\d{1,2})\2(\d{1,2})(?![0-9])/g,
  // 20120202, also with the time behind it; not eight digits of a longer number or of a hash (1e20120202)
  /(?<![0-9A-Za-z])((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{6}|T?\d{4})?(?![0-9a-z])/g,
];

/** The date that a file's name carries (`焦作日报_2012年2月2日.txt` → 2012-02-02); null where it has none, or two. */
export function dateFromFileName(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (!name.includes('19') && !name.includes('20')) return null; // no year: most names, and no pattern is compiled for them
  const found = new Set<string>();
  for (const pattern of NAME_PATTERNS)
    for (const match of name.matchAll(pattern)) {
      const [year, month, day] = match.slice(1).filter((part) => part === undefined || /^\d+$/.test(part));
      const date = calendarDate(Number(year), Number(month), day === undefined ? null : Number(day));
      if (date) found.add(date);
    }
  return found.size === 1 ? [...found][0]! : null;
}

const HEAD_LINES = 12;
const TAIL_LINES = 6;
const LONGEST_LINE = 80;

const DATE =
  /([12]\d{3}|[一二三四五六七八九〇零○]{4})(?:年|-|\/|\.)(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|-|\/|\.)(\d{1,2}|[一二三四五六七八九十]{1,3})(?!\d)日?/;
// 发布时间：, 时间:, 日期： and the like; what is dated by them is the document.
const LABEL = /(?:时间|日期|時間|发布于|发表于|刊发|發布於)[:：]?$/;
// What may stand beside the date on a masthead's line: 焦作日报 2012年2月2日 星期四 农历壬辰年正月十一 第3版
const BESIDE =
  /星期[一二三四五六日天]|周[一二三四五六日]|[（(]?(?:农历|夏历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[^ 　]{0,7}|农历[^ 　]{0,8}|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|[上下]午|第?[A-Z]?\d{1,5}[期版号]|[一二三四五六七八九十]+版|总第\d+期|今日\d+版/g;
const SENTENCE = /[。，、；！？,;]/;

/**
 * The date in a text's masthead, dateline or sign-off: a short line near the head that holds a whole date and little else
 * (`2012年2月2日 星期四`, `时间：2012-01-04`), or one at the end that is nothing but a date (`二〇一二年二月二日`). A date
 * within a sentence is an event's, not the document's. `text` is the repaired text, one paragraph a line.
 */
export function dateFromText(text: string): string | null {
  let at = 0;
  for (let n = 0; n < HEAD_LINES && at < text.length; ) {
    const end = endOfLine(text, at);
    if (end > at) {
      const date = mastheadDate(text, at, end);
      if (date) return date;
      n++;
    }
    at = end + 1;
  }
  let end = text.length;
  for (let n = 0; n < TAIL_LINES && end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (end > start) {
      const date = signOffDate(text, start, end);
      if (date) return date;
      n++;
    }
    end = start - 1;
  }
  return null;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function mastheadDate(text: string, start: number, end: number): string | null {
  if (end - start > LONGEST_LINE) return null;
  const line = text.slice(start, end);
  const match = DATE.exec(line);
  if (!match) return null;
  const before = line.slice(0, match.index).trimEnd();
  const after = line.slice(match.index + match[0].length);
  if (!LABEL.test(before) && !isMasthead(before, after)) return null;
  return dateOf(match);
}

/** Beside the date only a paper's name, a weekday, a page: 焦作日报 … 星期四, but not 截至…止 or a headline. */
function isMasthead(before: string, after: string): boolean {
  if (SENTENCE.test(before) || SENTENCE.test(after)) return false;
  const hasMark = BESIDE.test(after) || BESIDE.test(before);
  BESIDE.lastIndex = 0;
  const rest = (before + ' ' + after).replace(BESIDE, '').replace(/[（）()【】[\]\s　|｜:：·—-]/g, '');
  return (
    rest === '' || (hasMark && rest.length <= 16) || (after === '' && /[报報刊网網]$/.test(before) && rest.length <= 8)
  );
}

const MAY_BEGIN_SIGN_OFF = /[12一二三四五六七八九〇零○\s　（(]/;

function signOffDate(text: string, start: number, end: number): string | null {
  if (end - start > 24 || !MAY_BEGIN_SIGN_OFF.test(text[start]!)) return null;
  const line = text.slice(start, end).replace(/^[\s　（(]+|[\s　）)]+$/g, '');
  const match = DATE.exec(line);
  return match && match[0].length === line.length ? dateOf(match) : null;
}

const dateOf = (match: RegExpExecArray) => calendarDate(yearOf(match[1]!), numberOf(match[2]!), numberOf(match[3]!));

const yearOf = (text: string) =>
  /\d/.test(text) ? Number(text) : Number([...text].map((c) => CHINESE_DIGIT[c]).join(''));

/** 2, 02, 二, 十, 十一, 二十, 三十一. */
function numberOf(text: string): number {
  if (/\d/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return CHINESE_DIGIT[text] ?? Number.NaN;
  return (ten === 0 ? 1 : CHINESE_DIGIT[text[0]!]!) * 10 + (ten === text.length - 1 ? 0 : CHINESE_DIGIT[text.at(-1)!]!);
}

/** The date as YYYY-MM-DD (or YYYY-MM), null where the calendar has no such day. */
function calendarDate(year: number, month: number, day: number | null): string | null {
  if (!(year >= 1800 && year <= 2199 && month >= 1 && month <= 12)) return null;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return head;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${head}-${String(day).padStart(2, '0')}` : null;
}

/** True for YYYY, YYYY-MM and YYYY-MM-DD that the calendar has. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return false;
  return (
    match[2] === undefined ||
    calendarDate(Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : null) !== null
  );
}
