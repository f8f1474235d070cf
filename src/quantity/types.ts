/** How the text bounds or blurs a value. */
export type Modifier = 'approx' | 'nearly' | 'moreThan' | 'atLeast' | 'lessThan' | 'atMost';

/** What a unit measures. `ratio` is %, ‰, 成, 折; `points` percentage points; `multiple` 倍 and 番; `rate` two units (元/吨). */
export type Dimension =
  | 'money'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'energy'
  | 'power'
  | 'speed'
  | 'flow'
  | 'pressure'
  | 'temperature'
  | 'data'
  | 'frequency'
  | 'concentration'
  | 'angle'
  | 'voltage'
  | 'current'
  | 'sound'
  | 'ratio'
  | 'points'
  | 'multiple'
  | 'rate'
  | 'people'
  | 'households'
  | 'count'
  | 'date'
  | 'time'
  | 'duration'
  | 'age'
  | 'ordinal'
  | 'number';

/** A point or span of time as the text gives it. */
export interface TimeValue {
  /** EDTF (level 2: quarters 33–36, halves 40–41); `XXXX-02-01` where no year is known; null where the document's date is needed. */
  edtf: string | null;
  granularity: 'century' | 'decade' | 'year' | 'half' | 'quarter' | 'month' | 'day' | 'clock' | 'span';
  /** Whether a part was worked out from the document's date or from an earlier date in the text. */
  inferred: boolean;
}

/** One figure as the text writes it. UTF-16 offsets into the given text. */
export interface Quantity {
  start: number;
  end: number;
  /** The surface from `start` to `end`: numeral, scale, unit, with a modifier that stands inside (30余万元). */
  text: string;
  dimension: Dimension;
  /** Scale worked in and products multiplied out; EDTF for a date; null for a range. */
  value: number | string | null;
  /** Both for a range, one of them where a modifier bounds the value. */
  minValue?: number;
  maxValue?: number;
  modifier: Modifier | null;
  /** The span with the modifiers that stand outside the figure (近…, …以上, …左右); equal to start and end where none does. */
  outerStart: number;
  outerEnd: number;
  /** The unit as written, without scale; null for a bare number. */
  unit: string | null;
  unitCode: string | null;
  /** In the base unit of the dimension; value null for a range. */
  canonical: { value: number | null; minValue?: number; maxValue?: number; unit: string } | null;
  /** Only for dates and clock times. */
  time?: TimeValue;
  /**
   * False for what is no figure but bears on its neighbours: a time without a numeral of its own (去年, 上半年, 今年以来,
   * 截至目前, 一季度). `recognizeQuantities` leaves these out; the stages after it read them.
   */
  figure: boolean;
  /** Name of the rule that read it, e.g. `numeral/product`. */
  rule: string;
}

export interface QuantityOptions {
  /** The document's date, YYYY-MM-DD, YYYY-MM or YYYY: 今年, 去年, 2月1日 are resolved by it. */
  date?: string | null;
}
