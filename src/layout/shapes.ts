import { BLANKS } from '../repair/characters.ts';

/**
 * What the words of a line say of its part in the page. Most lines are ruled out by a character or two before a pattern is
 * tried on them.
 */

/** 本报讯, 新华社北京2月1日电, 央视网消息: how a piece of news opens. */
const DATELINE =
  /^(?:【?(?:本报|本刊|本台|晨报|晚报)?讯】?|本报[^，。（(]{0,12}[讯电]|本报讯|本台消息|【本報訊】|[^，。]{0,4}(?:新华|中新|美联|法新|路透)社[^，。]{0,14}电|(?:央视|人民|新华|中新|光明|中国)网[^，。]{0,12}(?:消息|讯|电)|〔[^〕]{2,20}報導〕)/;

/** 本报记者 孙国利 许伟涛: a line of names. */
const BYLINE =
  /^[□■◎●]?\s*(?:本报|本刊|本台|晨报|晚报|日报|早报|晚報)?(?:见习|实习|特约|首席|全媒体)?(?:记者|通讯员|作者|文)[\s\u3000:：/]+([^，。；！？]{2,40})$/;

/** 本报记者 赵耀东 摄, （王五 摄）, 新华社发: the credit of a photograph. */
const CREDIT =
  /^[（(]?(?:(?:本报|本刊|新华社|晨报|晚报)?(?:记者|通讯员)?[\s\u3000]*)([^，。；]{2,16}?)[\s\u3000]*(?:摄|攝|摄影|供图)[）)]?$/;

/** The credit at the end of a caption's own line: …劳作。 （方晓 摄）. */
const CREDIT_INLINE =
  /[（(\s]((?:本报|新华社)?(?:记者|通讯员)?[\s\u3000]*[^，。；（()]{2,12}?)[\s\u3000]*(?:摄|攝)[）)]?$/;

const CONTINUES = /[（(]下[转轉]第?([^）)]{1,6})[）)]/;

/** （记者詹长松）, （通讯员王辉）, （记者 田雨桐 通讯员 丁一）: authors in the first sentence. */
const IN_BRACKETS = /[（(〔]((?:本报|全媒体|见习|实习)?(?:记者|通讯员|記者)[^）)〕]{2,40})[）)〕]/;

/** The names in a line or bracket of authors: 麻 酩 is one name, letter-spaced. */
export function namesIn(written: string): string[] {
  const words = written
    .replace(/(?:本报|本刊|本台|全媒体|见习|实习|特约|首席)?(?:记者|記者|通讯员|作者)/g, ' ')
    .split(/[\s\u3000、，,/]+/)
    .filter((w) => /^\p{Script=Han}{1,5}(·\p{Script=Han}+)?$/u.test(w));
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.length === 1 && words[i + 1]?.length === 1) names.push(words[i]! + words[++i]!);
    else if (words[i]!.length > 1) names.push(words[i]!);
  }
  return names;
}

export function authorsOf(opening: string): string[] {
  const m = IN_BRACKETS.exec(opening.slice(0, 80));
  return m ? namesIn(m[1]!) : [];
}

/** List marks, captions by the place of their picture, what a table says of itself. */
const NO_HEADLINE =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[、）)]|\d{1,2}[.、．]|[●○■□◆·•]|图为|左图|右图|上图|下图|单位[:：]|其中|表\d)/;

/** What may begin or end with a character, as bits. */
const Edge = { dateline: 1, byline: 2, credit: 4, sentence: 8 } as const;
const EDGE = new Uint8Array(65536);
const edge = (chars: string, bit: number): void => {
  for (const c of chars) EDGE[c.charCodeAt(0)]! |= bit;
};
edge('【本晨晚讯央人新中光〔', Edge.dateline);
edge(`□■◎●本晨晚日早见实特首全记通作文${BLANKS}`, Edge.byline);
edge('摄攝影图', Edge.credit);
edge('。；，：,;', Edge.sentence);

/** The dateline with which a line opens, null for none. */
export function datelineOf(text: string, start: number, end: number): string | null {
  return mayOpenNews(text, start, end) ? (DATELINE.exec(text.slice(start, end))?.[0] ?? null) : null;
}

/** 本报讯 by its first character; 洛阳 新华社 by 社 among the first seven. */
function mayOpenNews(text: string, start: number, end: number): boolean {
  if (EDGE[text.charCodeAt(start)]! & Edge.dateline) return true;
  const to = Math.min(end, start + 7);
  for (let i = start + 2; i < to; i++) if (text.charCodeAt(i) === 0x793e) return true;
  return false;
}

/** The names as a line of authors writes them, null where it is none. */
export const bylineOf = (text: string, start: number, end: number): string | null =>
  EDGE[text.charCodeAt(start)]! & Edge.byline ? (BYLINE.exec(text.slice(start, end))?.[1] ?? null) : null;

/** The names in a line that is nothing but the credit of a photograph, null where it is none. */
export const creditOf = (text: string, start: number, end: number): string | null =>
  mayEndInCredit(text, end) ? (CREDIT.exec(text.slice(start, end))?.[1] ?? null) : null;

/** The names in the credit at a caption's end, null where there is none. */
export const creditAtEndOf = (text: string, start: number, end: number): string | null =>
  mayEndInCredit(text, end) ? (CREDIT_INLINE.exec(text.slice(start, end))?.[1] ?? null) : null;

function mayEndInCredit(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const isBracket = last === 0xff09 || last === 0x29;
  return (EDGE[isBracket ? text.charCodeAt(end - 2) : last]! & Edge.credit) !== 0;
}

/** Whether 下转 stands in a text: looked for by its rarer character, as a search for 下 stops at each 一, 中 and 人 (U+4Exx). */
export function mayContinue(text: string): boolean {
  for (const turn of '转轉')
    for (let at = text.indexOf(turn); at >= 0; at = text.indexOf(turn, at + 1))
      if (text.charCodeAt(at - 1) === 0x4e0b) return true;
  return false;
}

/** The page on which a text goes on: （下转三版） → 三版. */
export const continuationIn = (line: string): string | null => CONTINUES.exec(line)?.[1] ?? null;

/** A headline: short, of Chinese, and no sentence. */
export function isHeadline(text: string, start: number, end: number): boolean {
  if (end - start < 4 || end - start > 44 || EDGE[text.charCodeAt(end - 1)]! & Edge.sentence) return false;
  const line = text.slice(start, end);
  return /\p{Script=Han}/u.test(line) && !/[。；]/.test(line) && !NO_HEADLINE.test(line);
}
