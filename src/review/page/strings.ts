import type { FigureType } from '../../record/schema.ts';
import { TYPES } from './types.ts';

const EN = {
  title: 'Figure review',
  documents: 'Documents',
  text: 'Text',
  record: 'Record',
  table: 'Table',
  pictures: 'Pictures',
  checks: 'Checks',
  repaired: 'Repaired text',
  raw: 'Raw text',
  showRepairs: 'Show repairs',
  legend: 'Types: click to filter',
  search: 'Search figures, subjects, sentences',
  subject: 'Subject',
  anySubject: 'Subject',
  scope: 'Where',
  everywhere: 'Everything',
  thisDocument: 'This document',
  status: 'Status',
  anyStatus: 'Status',
  decision: 'Decision',
  anyDecision: 'Decision',
  open: 'open',
  accepted: 'accepted',
  rejected: 'rejected',
  edited: 'edited',
  columns: 'Columns',
  clear: 'Clear filters',
  shownOf: '{0} of {1} figures',
  reviewed: '{0} of {1} reviewed',
  accept: 'Accept',
  reject: 'Reject',
  edit: 'Edit',
  undo: 'Undo',
  save: 'Save',
  cancel: 'Cancel',
  next: 'Next figure',
  previous: 'Previous figure',
  exportJson: 'Export decisions (JSON)',
  exportCsv: 'Export decisions (CSV)',
  export: 'Export',
  theme: 'Light or dark',
  help: 'Keyboard',
  close: 'Close',
  nothingSelected: 'Select a figure in the text or the table.',
  nothingFound: 'No figure matches these filters.',
  noFigures: 'No figure was found here.',
  rule: 'rule',
  inferred: 'inferred',
  inferredNote: 'worked out, not read beside the figure',
  place: 'Line {0}, column {1}',
  places: 'Lines {0}–{1}, column {2}',
  untitled: 'Untitled article',
  caption: 'Photo caption',
  figureLabel: 'Figure {0}, {1}',
  byType: 'Figures by type',
  moneyBySubject: 'Money by subject',
  moneyByPeriod: 'Money by period',
  capacity: 'Capacity',
  growth: 'Growth',
  picturesNote: 'Each bar is one figure of the text; nothing is added up. Click a bar to see where it stands.',
  most: 'The {0} largest of {1}',
  noData: 'Nothing of this kind among the figures shown.',
  noFindings: 'No totals with parts and no contradictions were found.',
  sumAgrees: 'The parts add up.',
  sumRounded: 'The parts add up within rounding (off by {0}).',
  sumDiffers: 'The parts do not add up: off by {0}.',
  conflict: 'Told twice with different values: off by {0}.',
  badNumber: 'Not a number',
  notSaved: 'Decisions cannot be kept in this browser: export them before you close the page.',
  shortcuts: 'Keyboard shortcuts on',
  keyNext: 'next figure',
  keyPrevious: 'previous figure',
  keyAccept: 'accept and go on',
  keyReject: 'reject and go on',
  keyEdit: 'edit the record',
  keyUndo: 'undo',
  keySearch: 'search',
  keyRaw: 'raw or repaired text',
  keyRepairs: 'show repairs',
  keyHelp: 'this list',
  keyEscape: 'leave a field, close',
  leftOut: '{0} more rows are not printed.',
  repair: 'Repair: {0}',
  original: 'was {0}',
  file: 'file',
  article: 'article',
  line: 'line',
  sentence: 'sentence',
};

const ZH: typeof EN = {
  title: '数据核对',
  documents: '文档',
  text: '正文',
  record: '记录',
  table: '表格',
  pictures: '图',
  checks: '核算',
  repaired: '修复后',
  raw: '原文',
  showRepairs: '显示修复处',
  legend: '类型：点击筛选',
  search: '搜索数字、主体、句子',
  subject: '主体',
  anySubject: '全部主体',
  scope: '范围',
  everywhere: '全部文档',
  thisDocument: '当前文档',
  status: '状态',
  anyStatus: '全部状态',
  decision: '核对结果',
  anyDecision: '全部结果',
  open: '未核对',
  accepted: '已通过',
  rejected: '已否决',
  edited: '已修改',
  columns: '列',
  clear: '清除筛选',
  shownOf: '{0} / {1} 条',
  reviewed: '已核对 {0} / {1}',
  accept: '通过',
  reject: '否决',
  edit: '修改',
  undo: '撤销',
  save: '保存',
  cancel: '取消',
  next: '下一条',
  previous: '上一条',
  exportJson: '导出核对结果（JSON）',
  exportCsv: '导出核对结果（CSV）',
  export: '导出',
  theme: '浅色或深色',
  help: '快捷键',
  close: '关闭',
  nothingSelected: '在正文或表格中选一个数字。',
  nothingFound: '没有符合条件的数字。',
  noFigures: '这里没有数字。',
  rule: '规则',
  inferred: '推断',
  inferredNote: '推断而来，并非写在数字旁边',
  place: '第 {0} 行第 {1} 列',
  places: '第 {0}–{1} 行，第 {2} 列起',
  untitled: '无标题文章',
  caption: '图片说明',
  figureLabel: '数字 {0}，{1}',
  byType: '各类数字',
  moneyBySubject: '金额，按主体',
  moneyByPeriod: '金额，按时间',
  capacity: '产能',
  growth: '增减',
  picturesNote: '每一条都是文中的一个数字，没有相加。点击可看出处。',
  most: '共 {1} 条，列出最大的 {0} 条',
  noData: '当前范围内没有此类数字。',
  noFindings: '没有发现总数与分项，也没有前后不一的数字。',
  sumAgrees: '分项之和与总数相符。',
  sumRounded: '分项之和与总数相符（四舍五入，相差 {0}）。',
  sumDiffers: '分项之和与总数不符：相差 {0}。',
  conflict: '同一数字前后不一：相差 {0}。',
  badNumber: '不是数字',
  notSaved: '浏览器无法保存核对结果：关闭页面前请导出。',
  shortcuts: '启用快捷键',
  keyNext: '下一条',
  keyPrevious: '上一条',
  keyAccept: '通过，到下一条',
  keyReject: '否决，到下一条',
  keyEdit: '修改记录',
  keyUndo: '撤销',
  keySearch: '搜索',
  keyRaw: '原文或修复后',
  keyRepairs: '显示修复处',
  keyHelp: '本列表',
  keyEscape: '离开输入框，关闭',
  leftOut: '另有 {0} 行未打印。',
  repair: '修复：{0}',
  original: '原为 {0}',
  file: '文件',
  article: '文章',
  line: '行',
  sentence: '句子',
};

const FIELDS_ZH: Record<string, string> = {
  id: '编号',
  type: '类型',
  text: '数字',
  value: '数值',
  minValue: '下限',
  maxValue: '上限',
  unit: '单位',
  unitCode: '单位代码',
  canonical: '基本单位',
  subject: '主体',
  metric: '指标',
  item: '对象',
  period: '时间',
  status: '状态',
  modifier: '修饰',
  rule: '规则',
  inferred: '推断',
  project: '项目',
  phase: '期',
  per: '每',
  group: '人群',
  product: '产品',
  basis: '比较对象',
  direction: '方向',
  level: '水平',
  whole: '整体',
  decision: '核对',
  line: '行',
  file: '文件',
  article: '文章',
  sentence: '句子',
};

const VALUES_ZH: Record<string, string> = {
  actual: '实际',
  planned: '计划',
  target: '目标',
  estimated: '预计',
  approx: '约',
  nearly: '近',
  moreThan: '超过',
  atLeast: '不低于',
  lessThan: '不足',
  atMost: '不超过',
  up: '增',
  down: '减',
};

/** Chinese where the browser's first language is Chinese, English elsewhere. */
export const chinese: boolean = navigator.language.toLowerCase().startsWith('zh');
const table = chinese ? ZH : EN;

export function t(key: keyof typeof EN, ...values: (string | number)[]): string {
  return table[key].replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n)]));
}

/** A field's name as a person reads it. */
export function fieldName(field: string): string {
  if (chinese) return FIELDS_ZH[field] ?? field;
  return field === 'unitCode'
    ? 'unit code'
    : field === 'minValue'
      ? 'minimum'
      : field === 'maxValue'
        ? 'maximum'
        : field;
}

/** A value out of a closed list (a status, a modifier, a direction). */
export function valueName(value: string): string {
  if (chinese) return VALUES_ZH[value] ?? value;
  return value.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
}

export function typeName(type: FigureType): string {
  return chinese ? TYPES[type].zhName : type;
}

/** The one sign that stands for a type beside its colour. */
export function typeLetter(type: FigureType): string {
  return chinese ? TYPES[type].zh : TYPES[type].en;
}

/** 12,345.67 with the browser's digits grouping. */
export const formatNumber: (value: number) => string = (() => {
  const format = new Intl.NumberFormat(navigator.language, { maximumFractionDigits: 6 });
  return (value: number) => format.format(value);
})();

/** A large number shortened as people write it: 19亿, 330万; 1.9 bn elsewhere. */
export function formatShort(value: number): string {
  if (!chinese) return shortEnglish.format(value);
  const size = Math.abs(value);
  if (size >= 1e12) return `${formatNumber(round(value / 1e12))}万亿`;
  if (size >= 1e8) return `${formatNumber(round(value / 1e8))}亿`;
  if (size >= 1e4) return `${formatNumber(round(value / 1e4))}万`;
  return formatNumber(round(value));
}

const shortEnglish = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 4 });
const round = (v: number): number => Number(v.toPrecision(6));
