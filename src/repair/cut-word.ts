import { prepared } from '../rules/prepared.ts';

/**
 * Everyday words of news and reports. Where a line's last character and the next line's first make one of them, the line's end
 * cut it (同比增⏎长15.3%), however long the lines around are.
 */
const WORDS = `
增长 增加 增收 增速 增幅 增值 下降 降低 降幅 减少 上升 提高 提升 回落 扩大 完成 实现 达到 建成 建设 建立 新建 新增 改造 改建 扩建 投资 投入
投产 投用 总额 总量 总数 总值 总产 企业 项目 工程 产业 工业 农业 经济 发展 收入 支出 利润 税收 财政 生产 产值 产量 销售 销量 消费 出口 进口 贸易
外贸 全市 全省 全县 全国 全年 全区 全镇 我市 我省 我县 我区 我国 今年 去年 明年 上年 同期 同比 环比 其中 累计 预计 计划 力争 确保 突破 超过
占地 面积 人口 人均 人员 居民 农民 农户 群众 职工 就业 学校 学生 医院 公路 铁路 道路 高速 桥梁 城市 城镇 农村 乡镇 社区 服务 保障 保险 管理 工作
部门 单位 机构 公司 集团 银行 贷款 存款 资金 资产 补贴 补助 价格 上涨 下跌 市场 技术 创新 科技 设备 设施 能力 能源 电力 煤炭 石油 粮食 小麦 玉米
水稻 蔬菜 种植 养殖 记者 了解 介绍 表示 显示 数据 统计 情况 基本 主要 重点 重大 目前 已经 正在 开工 竣工 通车 运行 运营 旅游 游客 接待 规模
规划 基地 园区 中心 平台 制造 加工 贫困 脱贫 扶贫 安置 住房 房屋 商品 汽车 车辆 安全 环境 污水 处理 治理 检查 落实 推进 推动 加快 促进 支持 带动
实施 举行 召开 组织 开展 启动 签订 签约 引进 培训 培育 分别 左右 以上 以下 平方 公里 万元 亿元 百分`;

const pairs = prepared('cut-words', () => {
  const list: Record<string, number> = {};
  for (const word of WORDS.trim().split(/\s+/)) list[word] = 1;
  return list;
});

/** Whether the two characters make a word that stands on one line. */
export const isWordCut = (before: number, behind: number): boolean =>
  pairs()[String.fromCharCode(before, behind)] !== undefined;
