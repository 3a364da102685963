import { formInForce } from '../form/form.ts'
import { eachText } from '../form/sections.ts'
import { blankCells } from '../form/cells.ts'
import { uuid } from './identity.ts'
import { without } from './json.ts'
import { keysThat, reportParts } from './parts.ts'
import { currentSchema, type Report, type Unit } from './report.ts'

/** An empty report of a department at county level, to be corrected by whoever knows better. */
export function newReport(unitName: string, year: number): Report {
  const now = new Date().toISOString()
  return {
    format: 'zfxxgk-annual-report',
    schema: currentSchema,
    form: formInForce.id,
    id: uuid(),
    rev: 0,
    unit: { name: unitName, code: '', ...guessUnit(unitName) },
    year,
    scope: 'own',
    cells: blankCells(),
    notes: {},
    text: eachText(() => ''),
    channels: [],
    metrics: [],
    charts: [],
    settings: { feeDecimals: null, rules: {}, deadline: '', look: 'official' },
    waivers: [],
    remarks: [],
    sources: [],
    createdAt: now,
    updatedAt: now
  }
}

const copied = new Set<string>(keysThat(reportParts, 'compared', 'never'))

/** The same report once more, as one of its own. */
export const copyOf = (report: Report): Report => ({
  ...report,
  ...without<Partial<Report>>(newReport(report.unit.name, report.year), (key) => !copied.has(key))
})

/** Bodies of the centre whose local offices have the name of their place behind. */
const central = /^(?:国家[^省市县区旗盟]*?(?:总局|局)|中国人民银行|中华人民共和国)/
/** Governments of the cities that are provinces. */
const municipality = /^(?:北京|天津|上海|重庆)市/
/** Words with 区 in them that are no district. */
const noDistrict = /自治区|地区|社区|小区|园区|库区|景区|军区|灾区|区划/g

/**
 * What a unit's full name tells of its kind and level, as a guess: whether a 市 is one of a province
 * or of a county no name says. The user confirms.
 */
export function guessUnit(name: string): Pick<Unit, 'kind' | 'level'> {
  const kind = /(?:[镇乡]|苏木)人民政府$|街道办事处$/.test(name)
    ? 'town'
    : /(?:人民政府|行政公署)$/.test(name)
      ? 'government'
      : /(?:中心|学院|学校|医院|研究院|研究所)$/.test(name)
        ? 'institution'
        : 'department'
  return { kind, level: kind === 'town' ? 'town' : levelOf(name) }
}

function levelOf(name: string): Unit['level'] {
  if (/^国务院/.test(name)) return 'national'
  const place = name.replace(central, '')
  const within = place.replace(municipality, '').replace(noDistrict, '')
  if (/[县旗区]/.test(within)) return 'county'
  if (municipality.test(place)) return 'province'
  if (/市|自治州|地区|盟/.test(place)) return 'city'
  if (/省|自治区|^新疆生产建设兵团/.test(place)) return 'province'
  // Offices of customs and the like have a place's name alone, offices of the centre none.
  if (place !== name)
    return /^(?:.*(?:海关|监管局|调查队|分行|支行))$/.test(place) ? 'city' : 'national'
  return /^(?:国家|中国|全国|中央)/.test(name) ? 'national' : 'county'
}
