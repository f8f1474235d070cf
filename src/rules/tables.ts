import { prepared } from './prepared.ts';
import table from './tables.yaml';

/** Words in the headings of tables (tables.yaml). */
export interface TableWords {
  generic: ReadonlySet<string>;
  /** Longest first, to be tried as endings. */
  change: readonly string[];
  against: readonly string[];
  falls: readonly string[];
  share: readonly string[];
  ranks: ReadonlySet<string>;
  owners: readonly string[];
  status: readonly { status: 'planned' | 'target' | 'estimated'; words: readonly string[] }[];
}

type Lists = Record<
  'generic' | 'change' | 'against' | 'falls' | 'share' | 'ranks' | 'owners' | 'planned' | 'target' | 'estimated',
  string[]
>;

const tableLists = prepared('tables', () => table as Lists);

let words: TableWords | null = null;

export function tableWords(): TableWords {
  if (words) return words;
  const lists = tableLists();
  const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);
  words = {
    generic: new Set(lists.generic),
    change: longestFirst(lists.change),
    against: longestFirst(lists.against),
    falls: lists.falls,
    share: longestFirst(lists.share),
    ranks: new Set(lists.ranks),
    owners: lists.owners,
    status: (['planned', 'target', 'estimated'] as const).map((status) => ({ status, words: lists[status] })),
  };
  return words;
}
