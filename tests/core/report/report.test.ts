import { expect, it } from 'vitest'
import { guessUnit, newReport } from '../../../src/core/report/new-report.ts'
import { blankCells } from '../../../src/core/form/cells.ts'
import { parseCell } from '../../../src/core/form/cell.ts'

it('begins with 200 cells not filled in', () => {
  const report = newReport('清川市科学技术局', 2025)
  expect(Object.values(report.cells)).toEqual(new Array(200).fill(null))
  expect(report.cells).toEqual(blankCells())
  expect(report.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newReport('清川市科学技术局', 2025).id).not.toBe(report.id)
})

it.each([
  ['清川市人民政府', 'government', 'city'],
  ['清川市科学技术局', 'department', 'city'],
  ['清川市临水区教育局', 'department', 'county'],
  ['临水县人民政府', 'government', 'county'],
  ['东岭省人民政府', 'government', 'province'],
  ['临水县东岭镇人民政府', 'town', 'town'],
  ['清川市临水区东岭街道办事处', 'town', 'town'],
  ['清川市科技创新服务中心', 'institution', 'city'],
  ['国家地质局', 'department', 'national'],
  ['国家税务总局', 'department', 'national'],
  ['中华人民共和国水利部', 'department', 'national'],
  ['国务院办公厅', 'department', 'national'],
  ['国家发展和改革委员会', 'department', 'national'],
  ['国家税务总局清川市税务局', 'department', 'city'],
  ['国家税务总局清川市临水区税务局', 'department', 'county'],
  ['国家税务总局东岭省税务局', 'department', 'province'],
  ['国家统计局清川调查队', 'department', 'city'],
  ['中华人民共和国清川海关', 'department', 'city'],
  ['中国人民银行清川市分行', 'department', 'city'],
  ['上海市人民政府', 'government', 'province'],
  ['上海市人民政府办公厅', 'department', 'province'],
  ['北京市水务局', 'department', 'province'],
  ['北京市海淀区人民政府', 'government', 'county'],
  ['重庆市城口县教育委员会', 'department', 'county'],
  ['清川市社区建设服务中心', 'institution', 'city'],
  ['东岭地区行政公署', 'government', 'city'],
  ['宁夏回族自治区教育厅', 'department', 'province'],
  ['宁夏回族自治区清川市人民政府', 'government', 'city']
])('%s is taken for a %s of %s level', (name, kind, level) => {
  expect(guessUnit(name)).toEqual({ kind, level })
})

it.each([
  ['disclosure.rules.inForce', '22（其中修订16件）', { ok: true, value: 22, note: '其中修订16件' }],
  ['requests.received.natural', '１２', { ok: true, value: 12, note: '' }],
  ['requests.received.natural', '', { ok: true, value: null, note: '' }],
  ['requests.received.natural', '/', { ok: false, problem: 'stroke' }],
  ['requests.received.natural', '约30', { ok: false, problem: 'vague' }],
  ['requests.received.natural', '-3', { ok: false, problem: 'negative' }],
  ['requests.received.natural', '4a', { ok: false, problem: 'words' }],
  ['requests.received.natural', '1.5', { ok: false, problem: 'fraction' }],
  ['disclosure.fees.amount', '5.07', { ok: true, value: 5_070_000, note: '' }],
  ['disclosure.fees.amount', '4166.241619', { ok: true, value: 4_166_241_619, note: '' }],
  ['disclosure.fees.amount', '5.0712345', { ok: false, problem: 'precision' }]
] as const)('%s takes “%s” as %j', (field, typed, reading) => {
  expect(parseCell(field, typed)).toEqual(reading)
})
