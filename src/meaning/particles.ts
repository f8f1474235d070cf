import { marksOf, words } from './asked.ts';

/** Marks and particles that several readers ask for. */

export const LIST_COMMA = marksOf('、');
export const COMES_FROM = words('来自');
export const COMMA = marksOf('，');
export const COLON = marksOf('：');
export const STOP = marksOf('，。；：');
export const DE = words('的');
export const OPEN_BRACKET = marksOf('（(');
export const CLOSE_BRACKET = marksOf('）)');
export const DENG = words('等');
export const TOWARDS = words('对');
export const LE = words('了');
export const FROM_BASE = words('由', '从');
export const ANY_COMMA = marksOf('、，');
export const JOINERS = words('和', '与', '及', '以及', '暨');
/** Who stands before one of these has what stands behind. */
export const HAVING = words(
  '有',
  '共有',
  '现有',
  '已有',
  '拥有',
  '设有',
  '建有',
  '尚有',
  '还有',
  '共设',
  '共拥有',
  '只有',
  '仅有',
);
/** Of the things counted before: 340户|中|有210户. */
export const WITHIN = words('中', '里', '内');
