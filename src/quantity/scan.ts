import type { Dimension, Modifier, Quantity, QuantityOptions, TimeValue } from './types.ts';

// Interim scanner: one regex a reading. To be replaced.
const CN = '零〇一二两三四五六七八九十百千万亿廿卅';
const DIGIT: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const SCALE: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
function cn(s: string): number {
  if (/^[零〇一二三四五六七八九]+$/.test(s) && s.length > 1) return Number([...s].map((c) => DIGIT[c]).join(''));
  let total = 0, section = 0, digit = 0;
  for (const c of s) {
    if (c in DIGIT) digit = DIGIT[c]!;
    else {
      const m = SCALE[c]!;
      if (m >= 1e4) { section = (section + digit) * m || m; total += section; section = 0; digit = 0; }
      else { section += (digit || 1) * m; digit = 0; }
    }
  }
  return total + section + digit;
}
const U: [string, Dimension, string | null, number, string][] = [];
const add = (d: Dimension, base: string, rows: string) => { for (const r of rows.split(' ')) { const [n, f, c] = r.split('='); U.push([n!, d, c ?? null, Number(f ?? 1), base]); } };
add('money', 'CNY', '元=1=CNY 块=1=CNY 角=0.1=CNY 元人民币=1=CNY'); add('money', 'USD', '美元=1=USD'); add('money', 'HKD', '港元=1=HKD'); add('money', 'EUR', '欧元=1=EUR'); add('money', 'JPY', '日元=1=JPY'); add('money','TWD','新台币=1=TWD');
add('area', 'm2', '平方公里=1e6=km2 平方千米=1e6=km2 平方米=1=m2 平米=1=m2 亩=666.6667 公顷=10000=har ㎡=1=m2');
add('length', 'm', '公里=1000=km 千米=1000=km 米=1=m 厘米=0.01=cm 毫米=0.001=mm 里=500 海里=1852=[nmi_i]');
add('mass', 'kg', '吨=1000=t 公斤=1=kg 千克=1=kg 斤=0.5 克=0.001=g 吨标准煤=1000 担=50');
add('volume', 'm3', '立方米=1=m3 升=0.001=L 毫升=1e-6=mL 立方=1=m3 方=1=m3');
add('power', 'W', '千瓦=1000=kW 兆瓦=1e6=MW 吉瓦=1e9=GW 瓦=1=W');
add('energy', 'J', '千瓦时=3.6e6=kW.h 度=3.6e6=kW.h 千瓦小时=3.6e6=kW.h');
add('ratio', '%', '%=1=% ％=1=% ‰=0.1 成=10');
add('points', '%', '个百分点=1=%'); add('multiple', '1', '倍=1=1 番=1=1');
add('temperature', 'Cel', '℃=1=Cel 摄氏度=1=Cel 度C=1=Cel');
add('people', '1', '人=1={person} 名=1={person} 人次=1={person} 位=1={person} 户=1={household} 户次=1={household}');
add('age', 'a', '岁=1=a 周岁=1=a');
add('duration', 's', '年=31557600=a 个月=2629800=mo 天=86400=d 小时=3600=h 分钟=60=min 秒=1=s 个小时=3600=h 个工作日=86400 周年=31557600=a 日=86400=d 周=604800=wk 个多月=2629800 个年头=31557600 工作日=86400');
add('speed', 'm/s', '公里/小时=0.27778=km/h 米/秒=1=m/s');
add('concentration', 'kg/m3', '微克/立方米=1e-9=ug/m3 毫克/升=0.001=mg/L');
add('flow', 'm3/s', '立方米/秒=1=m3/s');
add('rate', '1', '元/平方米=1=CNY/m2 元/吨=1=CNY/t 元/公斤=1=CNY/kg 元/斤=1=CNY 元/千克=1=CNY 元/度=1 元/升=1 元/人=1');
add('count', '1', '个 家 项 条 座 所 处 件 台 套 辆 艘 架 次 场 份 篇 部 本 册 种 类 层 栋 间 宗 起 例 只 头 羽 株 棵 张 枚 颗 对 组 队 支 列 标箱 大 片 块 口 眼 盏 把 根 亿件 门 幢 床 班 架次 趟 单 笔 股 步 票 群 段 户主体 班次 批次 台次 场次 列次 幅 粒 道 门类 个国家 盘 朵 尾 匹 桩 卷 节 顶 面 席 声 句 字 页 堂 课时 门次 孔 期 分 批 国 市 县 省 镇 乡 村');
U.sort((a, b) => b[0].length - a[0].length);
const esc = (s: string) => s.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const unitRe = U.map((u) => esc(u[0])).join('|');
const NUM = `(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?`;
const re = new RegExp(
  `(近|约|超过|超|逾|不足|不到|至少|不低于|不少于|不超过|突破|将近|接近|高达|大约|最多|达到|低于|高于|少于|多于)?(?:人民币)? ?(-?${NUM}|[${CN}]*[${CN}](?:点[${CN}]+)?|半|数[十百千万]|上[百千万])(余|多)?(?:×(${NUM}))?(百万|千万|十万|百亿|千亿|万亿|万|亿|千)?(余|多)?(?:[-—~至到](${NUM})(百万|千万|万亿|万|亿)?)?(余|多)? ?(${unitRe})?(以上|以下|以内|左右|上下|之内)?`, 'g');
const MOD: Record<string, Modifier> = { 近: 'nearly', 将近: 'nearly', 接近: 'nearly', 约: 'approx', 大约: 'approx', 左右: 'approx', 上下: 'approx', 超过: 'moreThan', 超: 'moreThan', 逾: 'moreThan', 突破: 'moreThan', 高于: 'moreThan', 多于: 'moreThan', 余: 'moreThan', 多: 'moreThan', 以上: 'atLeast', 至少: 'atLeast', 不低于: 'atLeast', 不少于: 'atLeast', 不足: 'lessThan', 不到: 'lessThan', 低于: 'lessThan', 少于: 'lessThan', 以下: 'atMost', 以内: 'atMost', 之内: 'atMost', 不超过: 'atMost', 最多: 'atMost' };

function times(text: string, date: string | null): Quantity[] {
  const year = date ? Number(date.slice(0, 4)) : null;
  const out: Quantity[] = [];
  const tre = /((?:\d{4}|[一二][〇零○一二三四五六七八九]{3})年|(?:今|本|当|去|上|前|明)年|同期)?(?:的)?((?:[一二三四1-4]|前三|第[一二三四])季度|上半年|下半年|全年|(?:1|前)[-—至]?(?:\d{1,2})个?月(?:份)?|\d{1,2}月(?:份)?)?(\d{1,2}日)?(?:[至—-](\d{4}年|\d{1,2}月\d{1,2}日|\d{1,2}月|\d{1,2}日))?(底|末|初)?/g;
  const rel = /昨日|昨天|今天|日前|近日|近年来|截至目前|目前|本月|上月|年底|年末|今日|当日|当天|近期|“?十[二三四五]五”?(?:时期|期间)?/g;
  for (const m of text.matchAll(tre)) {
    if (!m[0] || !(m[1] || m[2] || m[3])) continue;
    if (!m[1] && !m[2] && m[3] && !/\d日/.test(m[3])) continue;
    const start = m.index, end = start + m[0].length;
    let y: number | null = null, inferred = false;
    const ys = m[1] ?? '';
    if (/^\d{4}/.test(ys)) y = Number(ys.slice(0, 4));
    else if (/^[一二]/.test(ys)) y = cn(ys.slice(0, 4));
    else if (year) { inferred = true; y = ys.startsWith('去') || ys.startsWith('上') ? year - 1 : ys.startsWith('前') ? year - 2 : ys.startsWith('明') ? year + 1 : year; }
    const Y = y === null ? 'XXXX' : String(y);
    let edtf: string | null = Y;
    const p = m[2] ?? '';
    let g: TimeValue['granularity'] = 'year';
    const qn = /([一二三四1-4])季度/.exec(p);
    if (qn) { edtf = `${Y}-${32 + (DIGIT[qn[1]!] ?? Number(qn[1]))}`; g = 'quarter'; }
    else if (/前三季度/.test(p)) { edtf = `${Y}-01/${Y}-09`; g = 'span'; }
    else if (p === '上半年') { edtf = `${Y}-40`; g = 'half'; }
    else if (p === '下半年') { edtf = `${Y}-41`; g = 'half'; }
    else if (/^(1[-—至]|前)/.test(p)) { const n = /(\d+)个?月/.exec(p)![1]!.padStart(2, '0'); edtf = `${Y}-01/${Y}-${n}`; g = 'span'; }
    else if (/月/.test(p)) { edtf = `${Y}-${p.replace(/\D/g, '').padStart(2, '0')}`; g = 'month'; if (m[3]) { edtf += `-${m[3].replace(/\D/g, '').padStart(2, '0')}`; g = 'day'; } }
    else if (m[3]) { if (!date) continue; edtf = `${date.slice(0, 7)}-${m[3].replace(/\D/g, '').padStart(2, '0')}`; g = 'day'; }
    if (m[4] && /^\d{4}年/.test(m[4])) edtf = `${edtf}/${m[4].slice(0, 4)}`;
    else if (m[4]) { const [a, b] = m[4].match(/\d+/g)!; edtf = `${edtf}/${b ? `${Y}-${a!.padStart(2, '0')}-${b.padStart(2, '0')}` : m[4].includes('月') ? `${Y}-${a!.padStart(2, '0')}` : `${edtf!.slice(0, 7)}-${a!.padStart(2, '0')}`}`; }
    if (!ys && !year && /^XXXX/.test(edtf!) && g !== 'day' && g !== 'month') edtf = null;
    if (!/^\d/.test(ys) && ys && !year) edtf = null;
    if (ys === '同期') edtf = null;
    const figure = /\d|[一二][〇零]/.test(m[0]);
    out.push({ start, end, text: m[0], dimension: 'date', value: edtf, modifier: null, outerStart: start, outerEnd: end, unit: null, unitCode: null, canonical: null, figure, rule: 'date', time: { edtf, granularity: g, inferred } });
  }
  for (const m of text.matchAll(rel)) {
    const start = m.index, end = start + m[0].length;
    if (out.some((q) => q.start < end && q.end > start)) continue;
    let edtf: string | null = null;
    if (/昨/.test(m[0]) && date && date.length === 10) edtf = new Date(Date.parse(date) - 864e5).toISOString().slice(0, 10);
    else if (/今[天日]/.test(m[0])) edtf = date;
    else if (m[0] === '本月' && date) edtf = date.slice(0, 7);
    else if (/十四五/.test(m[0])) edtf = '2021/2025';
    else if (/十三五/.test(m[0])) edtf = '2016/2020';
    out.push({ start, end, text: m[0], dimension: 'date', value: edtf, modifier: null, outerStart: start, outerEnd: end, unit: null, unitCode: null, canonical: null, figure: false, rule: 'rel', time: { edtf, granularity: 'day', inferred: true } });
  }
  return out.sort((a, b) => a.start - b.start);
}
const IDIOM = /一系列|六纵|四横|三横|八纵|十强|十快|五个一|四集一转|一心一意|一方面|一把|十佳|一线|一体|一单|千行百业|一流|一带一路|第[一二三四五六七八九十百\d]+[届次条名个天批季产]?|[一二三四五六七八九十]+届|1\+1|①|一次性|[一二三四五六七八九十]期|一批|一大批|一座|一个|一名|一项|一种|一条|一定|万元|统一|一直|一些|一样|一起|一般|一致|进一步|之一|唯一|一举|一天|万众|四川|三峡|万科|百姓|八方|四面|三农|十分|千方百计|一季/g;

export function scanQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  const out = times(text, options.date ?? null);
  const idioms = [...text.matchAll(IDIOM)].map((m) => [m.index, m.index + m[0].length] as const);
  const taken = (s: number, e: number) => out.some((q) => q.start < e && q.end > s);
  for (const m of text.matchAll(re)) {
    const [all, pre, num, in1, times2, scale, in2, hi, hiScale, in3, unit, post] = m;
    const start = m.index + (pre?.length ?? 0) + (all.slice(pre?.length ?? 0).startsWith('人民币') ? 3 : 0) + (all.slice(pre?.length ?? 0).startsWith(' ') ? 1 : 0);
    const end = m.index + all.length - (post?.length ?? 0);
    const chinese = !/\d/.test(num!);
    if (chinese && !unit) continue;
    if (idioms.some(([s, e]) => s < end && e > start && chinese)) continue;
    if (/[A-Za-z\d.-]/.test(text[start - 1] ?? '') || /第/.test(text[start - 1] ?? '')) continue;
    if (taken(start, end)) continue;
    const read = (s: string): number => (/\d/.test(s) ? Number(s.replaceAll(',', '')) : s === '半' ? 0.5 : /^[数上]/.test(s) ? cn(s.slice(1)) : s.includes('点') ? Number(`${cn(s.split('点')[0]!)}.${[...s.split('点')[1]!].map((c) => DIGIT[c]).join('')}`) : cn(s));
    const sc = (s: string | undefined) => [...(s ?? '')].reduce((a, c) => a * (SCALE[c] ?? 1), 1);
    let value: number | null = read(num!) * (times2 ? Number(times2.replaceAll(',', '')) : 1) * sc(scale);
    const row = unit ? U.find((u) => u[0] === unit) : undefined;
    const q: Quantity = { start, end: m.index + all.length - (post?.length ?? 0), text: '', dimension: row ? row[1] : 'number', value, modifier: MOD[pre ?? ''] ?? (in1 || in2 || in3 ? 'moreThan' : null) ?? MOD[post ?? ''] ?? null, outerStart: m.index, outerEnd: m.index + all.length, unit: unit ?? null, unitCode: row ? row[2] : null, canonical: null, figure: true, rule: 'interim' };
    while (text[q.end - 1] === ' ') q.end--;
    q.text = text.slice(q.start, q.end);
    if (post && MOD[post]) q.modifier = MOD[post]!;
    if (hi) { q.minValue = read(num!) * (scale ? sc(scale) : sc(hiScale)); q.maxValue = read(hi) * sc(hiScale || scale); value = null; q.value = null; }
    out.push(q);
  }
  return out.sort((a, b) => a.start - b.start).filter((q, i, all) => i === 0 || q.outerStart >= all[i - 1]!.end);
}

/** The figures of any text: offsets, value, unit, nothing else. */
export function recognizeQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  return scanQuantities(text, options).filter((q) => q.figure);
}
