// @ts-check
/** Two charts of the report. */

/** @typedef {import('../../../src/core/charts/spec.ts').ChartSpec} ChartSpec */

const months = Array.from({ length: 12 }, (_, i) => i + 1)

/** @type {readonly ChartSpec[]} */
export const specs = [
  {
    id: 'bars',
    type: 'bar',
    title: '各平台发布信息数量',
    unit: '条',
    labels: ['门户网站', '微信公众号', '政务微博', '政务抖音', '公报'],
    series: [
      { name: '2024年', values: [1103, 204, 96, 41, 12] },
      { name: '2025年', values: [1286, 230, 88, 60, 12] }
    ],
    scale: 'linear',
    alt: '门户网站发布最多。'
  },
  {
    id: 'line',
    type: 'line',
    title: '各月访问量',
    unit: '人次',
    labels: months.map((month) => `${month}月`),
    series: [{ name: '网站', values: months.map((month) => 200 + ((month * 37) % 90)) }],
    scale: 'linear',
    alt: '访问量各月相近。'
  }
]
