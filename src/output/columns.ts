import type { FigureRecord } from '../record/schema.ts';

// biome-ignore format: a list to read
/** All types of record, in the schema's order. */
export const TYPES = [
  'investment', 'money', 'price', 'count', 'people', 'area', 'length', 'mass', 'volume', 'energy', 'speed', 'capacity',
  'growth', 'share', 'rate', 'temperature', 'duration', 'age', 'date', 'ordinal', 'number',
] as const;

/** A cell before it is written: a list is joined, null is empty. */
export type Cell = string | number | null;

export interface Column {
  /** The path of the leaf, joined by `_`. */
  name: string;
  /** Its Chinese heading (`--headers zh`). */
  zh: string;
  /** `value` is a number but for dates, whose value is a string. */
  kind: 'text' | 'integer' | 'number' | 'mixed';
  of: (record: FigureRecord) => Cell;
}

type Own = Record<string, Cell | undefined>;
const own = (name: string) => (record: FigureRecord) => (record as unknown as Own)[name] ?? null;

/**
 * One column a leaf of the record: the common fields in the record's order, then the fields that only some types have.
 * Written out rather than made from the schema, so that starting need not load it; a test holds the two together.
 */
export const COLUMNS: readonly Column[] = [
  { name: 'id', zh: '编号', kind: 'text', of: (r) => r.id },
  { name: 'type', zh: '类型', kind: 'text', of: (r) => r.type },
  { name: 'text', zh: '原文', kind: 'text', of: (r) => r.text },
  { name: 'value', zh: '数值', kind: 'mixed', of: (r) => r.value },
  { name: 'minValue', zh: '最小值', kind: 'number', of: (r) => r.minValue ?? null },
  { name: 'maxValue', zh: '最大值', kind: 'number', of: (r) => r.maxValue ?? null },
  { name: 'unit', zh: '单位', kind: 'text', of: (r) => r.unit },
  { name: 'unitCode', zh: '单位代码', kind: 'text', of: (r) => r.unitCode },
  { name: 'canonical_value', zh: '标准值', kind: 'number', of: (r) => r.canonical?.value ?? null },
  { name: 'canonical_minValue', zh: '标准最小值', kind: 'number', of: (r) => r.canonical?.minValue ?? null },
  { name: 'canonical_maxValue', zh: '标准最大值', kind: 'number', of: (r) => r.canonical?.maxValue ?? null },
  { name: 'canonical_unit', zh: '标准单位', kind: 'text', of: (r) => r.canonical?.unit ?? null },
  { name: 'subject', zh: '主体', kind: 'text', of: (r) => r.subject },
  { name: 'metric', zh: '指标', kind: 'text', of: (r) => r.metric },
  { name: 'item', zh: '对象', kind: 'text', of: (r) => r.item },
  { name: 'period_text', zh: '时期原文', kind: 'text', of: (r) => r.period?.text ?? null },
  { name: 'period_edtf', zh: '时期', kind: 'text', of: (r) => r.period?.edtf ?? null },
  { name: 'status', zh: '状态', kind: 'text', of: (r) => r.status },
  { name: 'modifier', zh: '修饰', kind: 'text', of: (r) => r.modifier },
  {
    name: 'inferred',
    zh: '推断字段',
    kind: 'text',
    of: (r) => (r.inferred.length === 0 ? null : r.inferred.join(' ')),
  },
  { name: 'rule', zh: '规则', kind: 'text', of: (r) => r.rule },
  { name: 'source_file', zh: '文件', kind: 'text', of: (r) => r.source.file },
  { name: 'source_sha256', zh: '文件SHA256', kind: 'text', of: (r) => r.source.sha256 },
  { name: 'source_article_index', zh: '文章序号', kind: 'integer', of: (r) => r.source.article?.index ?? null },
  { name: 'source_article_title', zh: '文章标题', kind: 'text', of: (r) => r.source.article?.title ?? null },
  { name: 'source_line', zh: '行', kind: 'integer', of: (r) => r.source.line },
  { name: 'source_column', zh: '列', kind: 'integer', of: (r) => r.source.column },
  { name: 'source_endLine', zh: '末行', kind: 'integer', of: (r) => r.source.endLine },
  { name: 'source_start', zh: '起点', kind: 'integer', of: (r) => r.source.start },
  { name: 'source_end', zh: '终点', kind: 'integer', of: (r) => r.source.end },
  { name: 'source_sentence', zh: '句子', kind: 'text', of: (r) => r.source.sentence },
  { name: 'project', zh: '项目', kind: 'text', of: own('project') },
  { name: 'phase', zh: '期次', kind: 'text', of: own('phase') },
  { name: 'per', zh: '每', kind: 'text', of: own('per') },
  { name: 'group', zh: '人群', kind: 'text', of: own('group') },
  { name: 'product', zh: '产品', kind: 'text', of: own('product') },
  { name: 'basis', zh: '比较基准', kind: 'text', of: own('basis') },
  { name: 'direction', zh: '方向', kind: 'text', of: own('direction') },
  { name: 'level', zh: '水平值', kind: 'number', of: own('level') },
  { name: 'whole', zh: '整体', kind: 'text', of: own('whole') },
];
