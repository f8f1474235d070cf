import table from './phrases.yaml';
import { prepared } from './prepared.ts';
import { beginning, endsOn, holdsOneOf, type WordTest } from './word-tests.ts';

/** Words that the readers of phrases ask for by name (phrases.yaml). Tests are of a stretch of text. */
export interface PhraseWords {
  /** Whether a phrase can name nobody: a time, a circumstance, a way of telling. */
  neverSubject: WordTest;
  /** 这台, 本届: where the determiner ends on which a phrase begins; where the phrase begins for none. */
  determinerEnd(text: string, from: number, to: number): number;
  isPerson: WordTest;
  isFirm: WordTest;
  /** 4.5%以内的|年度目标: the ratio is what the noun stands at, and no part of it. */
  isLevel: WordTest;
  /** Whether a name is that of a firm, which tells of itself. */
  namesFirm: WordTest;
  /** Whether it holds the title of one who speaks for a body (副局长, 负责人). */
  isOfficial: WordTest;
  /** Whether it holds a word for one who tells (记者, 负责人). */
  tells: WordTest;
  isCommonPlace: WordTest;
  isCommonKind: WordTest;
  /** 覆盖率: what stands before it covers, and has nothing. */
  covers: readonly string[];
  /** 洪灾, 事故: what happens. */
  isEvent: WordTest;
  /** 河南, 日本: who has the measure behind it. */
  regions: readonly string[];
  /** Whether a noun goes on to the ending of a thing with a verb in its name: 改造|工程. */
  endsThing: WordTest;
  /** The same of the ending that makes a verb before it a part of the noun: 道路|改造|工程. */
  endsCompound: WordTest;
  /** Whether a noun ends as one with a verb in it that another verb stands before: 下发|整改|通知书. */
  endsObject: WordTest;
  /** Whether a word is one for bodies and works that have measures of their own: 项目|总投资. */
  hasMeasures: WordTest;
  /** 厂里: a noun that points back → endings of the names that it points at. */
  pointers: ReadonlyMap<string, readonly string[]>;
  /** 企业: it points no farther than its own paragraph. */
  pointsNear: WordTest;
  /** 崭新, 大型: what stands before 的 says of what kind the things are. */
  describes: WordTest;
  perHead: readonly string[];
  extents: readonly string[];
  causes: readonly string[];
  tellsTime: readonly string[];
  tellsExtent: readonly string[];
  introduces: readonly string[];
  /** Words for people behind which their name stands (种植户 薛建民), and what a name begins with. */
  titles: readonly string[];
  surnames: string;
  /** Everyday words that end as names of places and bodies do (开局, 布局). */
  noEntities: readonly string[];
  /** Times that the recognizer of quantities leaves to the reader (今年, 现在). */
  times: readonly string[];
  /** How well it goes (推进, 加快), at the end of a slogan. */
  endsSlogan: WordTest;
  /** 进展, 力度: what a clause tells the state of. */
  stateNouns: readonly string[];
  /** What only those who can act do (新建, 投入): a thing, a state of affairs or a kind of work does not. */
  acts: readonly string[];
  arrives: readonly string[];
  /** Happen at one moment (开工, 成立). */
  milestones: readonly string[];
  telling: readonly string[];
  habits: readonly string[];
  /** Of a market's day (收盘). */
  marketDay: readonly string[];
  /** Verbs of what a thing is made to be (占地), and of what it has (辖). */
  standing: readonly string[];
  states: readonly string[];
  /** How far a measure says that it was designed: 设计|时速; 0 for one that does not. */
  isDesigned: WordTestEnd;
  /** A measure of what is built so for good (建筑面积), and one of a whole work's cost (总投资). */
  isBuilt: WordTest;
  isTotal: WordTest;
  /** Headings: of a plan (工作安排), of what is done (工作回顾), of a report (统计公报). */
  isPlanTitle: WordTest;
  isReviewTitle: WordTest;
  isReportTitle: WordTest;
}

/** Where a word ends on which a stretch of text begins; where the stretch begins for none. */
type WordTestEnd = (text: string, from: number, to: number) => number;

interface Lists {
  'never-subject': { is: string[]; begins: string[]; ends: string[] };
  'never-subject-but': string[];
  determiners: string[];
  'per-head': string[];
  introduces: string[];
  'state-nouns': string[];
  slogans: string[];
  times: string[];
  'no-entities': string[];
  titles: string[];
  surnames: string;
  acts: string[];
  'common-places': string[];
  'common-kinds': string[];
  'kind-modifiers': string[];
  covers: string[];
  regions: string[];
  events: string[];
  causes: string[];
  extents: string[];
  'tells-time': string[];
  'tells-extent': string[];
  levels: string[];
  persons: string[];
  'not-persons': string[];
  firms: string[];
  tellers: string[];
  officials: string[];
  things: string[];
  compounds: string[];
  'has-measures': string[];
  pointers: Record<string, string[]>;
  'points-near': string[];
  describes: string[];
  objects: string[];
  arrives: string[];
  milestones: string[];
  telling: string[];
  habits: string[];
  'market-day': string[];
  standing: string[];
  states: string[];
  designed: string[];
  built: string[];
  totals: string[];
  'plan-titles': string[];
  'review-titles': string[];
  'report-titles': string[];
}

/** 目标|以内: what may stand behind a level. */
const BOUNDS = ['之内', '以内', '以上', '以下', '之上', '之下'];

const phraseLists = prepared('phrases', () => table as Lists);

let words: PhraseWords | null = null;

export function phraseWords(): PhraseWords {
  if (words) return words;
  const lists = phraseLists();
  const { is, begins, ends } = lists['never-subject'];
  const isLevel = endsOn(lists.levels);
  const isBounded = endsOn(BOUNDS);
  const isPerson = endsOn(lists.persons);
  const isNoPerson = endsOn(lists['not-persons']);
  const isCommonKind = endsOn(lists['common-kinds']);
  const beginsKind = beginning(lists['kind-modifiers']);
  const isFirm = endsOn(lists.firms);
  const hasMeasures = endsOn(lists['has-measures']);
  words = {
    neverSubject: neverSubject({ is, begins, ends, but: lists['never-subject-but'] }),
    determinerEnd: beginning(lists.determiners),
    isPerson: (text, from, to) => isPerson(text, from, to) && !isNoPerson(text, from, to),
    isFirm: holdsOneOf(lists.firms),
    isLevel: (text, from, to) => isLevel(text, from, to) || (isBounded(text, from, to) && isLevel(text, from, to - 2)),
    namesFirm: isFirm,
    tells: holdsOneOf(lists.tellers),
    isOfficial: holdsOneOf(lists.officials),
    isCommonPlace: endsOn(lists['common-places']),
    isCommonKind: (text, from, to) =>
      isCommonKind(text, from, to) ||
      (beginsKind(text, from, to) > from && (isFirm(text, from, to) || hasMeasures(text, from, to))),
    covers: lists.covers,
    regions: lists.regions,
    isEvent: endsOn(lists.events),
    endsThing: endsOn(lists.things),
    endsCompound: endsOn(lists.compounds),
    pointers: new Map(Object.entries(lists.pointers)),
    pointsNear: endsOn(lists['points-near']),
    describes: endsOn(lists.describes),
    endsObject: endsOn(lists.objects),
    hasMeasures,
    perHead: lists['per-head'],
    extents: lists.extents,
    causes: lists.causes,
    tellsTime: lists['tells-time'],
    tellsExtent: lists['tells-extent'],
    introduces: lists.introduces,
    stateNouns: lists['state-nouns'],
    times: lists.times,
    noEntities: lists['no-entities'],
    titles: lists.titles,
    surnames: lists.surnames,
    endsSlogan: endsOn(lists.slogans),
    acts: lists.acts,
    arrives: lists.arrives,
    milestones: lists.milestones,
    telling: lists.telling,
    habits: lists.habits,
    marketDay: lists['market-day'],
    standing: lists.standing,
    states: lists.states,
    isDesigned: beginning(lists.designed),
    isBuilt: endsOn(lists.built),
    isTotal: endsOn(lists.totals),
    isPlanTitle: endsOn(lists['plan-titles']),
    isReviewTitle: holdsOneOf(lists['review-titles']),
    isReportTitle: endsOn(lists['report-titles']),
  };
  return words;
}

/** A phrase that is one of the words, begins or ends on one; not where it ends on a name that only looks so (车间). */
function neverSubject(lists: Record<'is' | 'begins' | 'ends' | 'but', readonly string[]>): WordTest {
  const isWhole = endsOn(lists.is);
  const whole = new Set(lists.is);
  const begins = beginning(lists.begins);
  const ends = endsOn(lists.ends);
  const but = endsOn(lists.but);
  return (text, from, to) =>
    (begins(text, from, to) > from ||
      ends(text, from, to) ||
      (isWhole(text, from, to) && whole.has(text.slice(from, to)))) &&
    !but(text, from, to);
}
