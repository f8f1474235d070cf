/** What the words of a line say of its part in the page. */

/** 本报讯, 新华社北京2月1日电, 央视网消息: how a piece of news opens. */
export const DATELINE =
  /^(?:【?(?:本报|本刊|本台|晨报|晚报)?讯】?|本报[^，。（(]{0,12}[讯电]|本报讯|本台消息|【本報訊】|[^，。]{0,4}(?:新华|中新|美联|法新|路透)社[^，。]{0,14}电|(?:央视|人民|新华|中新|光明|中国)网[^，。]{0,12}(?:消息|讯|电)|〔[^〕]{2,20}報導〕)/;

/** 本报记者 孙国利 许伟涛: a line of names. */
export const BYLINE =
  /^[□■◎●]?\s*(?:本报|本刊|本台|晨报|晚报|日报|早报|晚報)?(?:见习|实习|特约|首席|全媒体)?(?:记者|通讯员|作者|文)[\s\u3000:：/]+([^，。；！？]{2,40})$/;

/** 本报记者 赵耀东 摄, （王五 摄）, 新华社发: the credit of a photograph. */
export const CREDIT =
  /^[（(]?(?:(?:本报|本刊|新华社|晨报|晚报)?(?:记者|通讯员)?[\s\u3000]*)([^，。；]{2,16}?)[\s\u3000]*(?:摄|攝|摄影|供图)[）)]?$/;

/** The credit at the end of a caption's own line: …劳作。 （方晓 摄）. */
export const CREDIT_INLINE =
  /[（(\s]((?:本报|新华社)?(?:记者|通讯员)?[\s\u3000]*[^，。；（()]{2,12}?)[\s\u3000]*(?:摄|攝)[）)]?$/;

export const CONTINUES = /[（(]下[转轉]第?([^）)]{1,6})[）)]/;

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

/** A headline: short, of Chinese, and no sentence. */
export function isHeadline(line: string): boolean {
  return (
    line.length >= 4 &&
    line.length <= 44 &&
    /\p{Script=Han}/u.test(line) &&
    !/[。；，：,;]$|[。；]/.test(line) &&
    !/^(?:[（(]?[一二三四五六七八九十]{1,3}[、）)]|\d{1,2}[.、．]|[●○■□◆·•]|图为|左图|右图|上图|下图|单位[:：]|其中|表\d)/.test(
      line,
    )
  );
}
