import type { FigureType } from '../../record/schema.ts';

/** How a type is shown: a letter in each language beside its colour. Colours stand in style/colours.css (`.t-…`). */
export const TYPES: Record<FigureType, { zh: string; en: string; zhName: string }> = {
  investment: { zh: '投', en: 'I', zhName: '投资' },
  money: { zh: '钱', en: 'M', zhName: '金额' },
  price: { zh: '价', en: 'P', zhName: '价格' },
  count: { zh: '数', en: 'N', zhName: '数量' },
  people: { zh: '人', en: 'H', zhName: '人数' },
  area: { zh: '面', en: 'A', zhName: '面积' },
  length: { zh: '长', en: 'L', zhName: '长度' },
  mass: { zh: '重', en: 'W', zhName: '重量' },
  volume: { zh: '体', en: 'V', zhName: '体积' },
  energy: { zh: '能', en: 'E', zhName: '能量' },
  speed: { zh: '速', en: 'S', zhName: '速度' },
  capacity: { zh: '产', en: 'C', zhName: '产能' },
  growth: { zh: '增', en: 'G', zhName: '增减' },
  share: { zh: '占', en: '%', zhName: '占比' },
  rate: { zh: '率', en: 'R', zhName: '比率' },
  temperature: { zh: '温', en: '°', zhName: '温度' },
  duration: { zh: '时', en: 'T', zhName: '时长' },
  age: { zh: '龄', en: 'Y', zhName: '年龄' },
  date: { zh: '日', en: 'D', zhName: '日期' },
  ordinal: { zh: '序', en: 'O', zhName: '序数' },
  number: { zh: '号', en: '#', zhName: '其他数' },
};

export const TYPE_NAMES = Object.keys(TYPES) as FigureType[];
export const STATUSES = ['actual', 'planned', 'target', 'estimated'] as const;
export const MODIFIERS = ['approx', 'nearly', 'moreThan', 'atLeast', 'lessThan', 'atMost'] as const;
