import { matchesOf } from '../../prose/pieces.ts'
import { before, each, everywhere, type Spotter, type Spotted } from '../../findings/spotting.ts'
import type { OriginalParams } from '../../findings/original.ts'
import type { Rules } from '../../findings/rule.ts'

/** Rules about how numbers are written in the prose, and in what unit. */

/** A number in characters that it is not written in; `joined`: as it is, where that is certain. */
interface WrongNumeral {
  readonly problem: 'fullWidth' | 'separator' | 'space'
  readonly found: string
  readonly joined?: string
}

/** A number said to be about so much, without need. */
type Approximate =
  | { readonly problem: 'about'; readonly found: string }
  /** Its parts are exact and come to `sum`. */
  | {
      readonly problem: 'total'
      readonly found: string
      readonly sum: number
      readonly unit: string
    }

/** One thing counted in two units. */
interface MixedUnits {
  readonly problem: 'mixed'
  readonly found: string
  readonly noun: string
  readonly units: readonly [string, string]
}

/** What the findings of each of these rules hold; of numerals also what an original has in its cells. */
export interface NumeralParams {
  'D-NUMFMT': WrongNumeral | (OriginalParams['D-NUMFMT'] & { readonly problem?: undefined })
  'D-UNITWORD': Approximate | MixedUnits
}

const fullWidthDigits = /[０-９]+(?:[．，][０-９]+)*/g
const separated = /(?<![\d,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g
const spaced = /(?<![\d.—-]|\d[ \u3000])[1-9]\d{0,2}(?:[ \u3000]\d{3})+(?![ \u3000]?\d|-)/g
/** The number that follows is called, or names something; its groups are no thousands. */
const called =
  /(?:电话|传真|邮编|邮政编码|手机|热线|号码|账号|代码|编码|编号|QQ)[^，。；、\n\d]{0,8}[\d\s()（）—-]*$/

/** What is numbered, or names: 表3 175格 has two numbers. */
const numbered = /(?:(?<!代)表|(?<![地制意企版绘])图|附件|第|章|节|号|栏|组|题|年|月)\s*$/
/** Several numbers: 分别为100,200,300件. */
const several = /分别|依次|各为|各有|、|和|及|或/
const measured = /^\s*[件条个次人篇期份户家项场名字万亿元余多册幅部起宗页]/

/** A number in groups; joined where what stands around leaves one reading. */
const aNumber = (problem: 'separator' | 'space') => (match: RegExpExecArray) => {
  const [found] = match
  const ahead = before(match)
  if (called.test(ahead) || (problem === 'space' && numbered.test(ahead))) return undefined
  const clause = ahead.slice(Math.max(ahead.lastIndexOf('，'), ahead.lastIndexOf('：')) + 1)
  const behind = match.input.slice(match.index + found.length, match.index + found.length + 3)
  const sure = !several.test(clause) && !numbered.test(ahead) && measured.test(behind)
  return { problem, found, ...(sure && { joined: found.replace(/[,，\s]/g, '') }) }
}

/** The same digits in half width; a comma between them may part two numbers, and stays. */
const halfDigits = (words: string): string =>
  words.replace(/[０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** 约 and 余 both; 余 behind a number that is not round, or 约 before one. */
const approximate =
  /约\s*(\d+)\s*余|(?<![\d.])(\d*[1-9])\s*余(?=[件条个次人篇期])|约\s*\d{2,}[1-9](?=\s*[件条个次人篇期])/g

/** 约 300 条，其中 180 条、120 条: the parts are exact, so the whole can be. */
const whole =
  /(约?)\s{0,3}(?<!\d)(\d{1,12})\s{0,3}(余?)\s{0,3}([条件篇期次个])[，,（(]\s{0,3}其中([^。；\n]+)/g
const exactParts: Spotter<Approximate> = each(whole, ([, about, figure, more, unit, rest = '']) => {
  if ((!about && !more) || /[约余近超多]/.test(rest)) return undefined
  const parts = Array.from(rest.matchAll(/(?<!\d)(\d+)\s*([条件篇期次个])/g))
    .filter((part) => part[2] === unit)
    .map((part) => Number(part[1]))
  const sum = parts.reduce((total, part) => total + part, 0)
  // Fewer than the whole: the list is not all of it.
  if (parts.length < 2 || sum < 0.95 * Number(figure) || sum > 1.5 * Number(figure))
    return undefined
  const said = `${about}${figure}${more}${unit}`
  return { problem: 'total', found: said, sum, unit: unit ?? '' }
})

/** Things that an office counts again and again, with the units that mean one of them. */
const counted = [
  { noun: '申请', name: '(?:信息公开|公开)?申请', units: '件条份宗起' },
  {
    noun: '公开的信息',
    name: '(?:主动公开|发布|公开)(?:各类|政府|政务)*信息',
    units: '条件篇份则'
  },
  { noun: '规范性文件', name: '规范性文件', units: '件份个部' },
  { noun: '行政复议', name: '行政复议(?:案件|申请)?', units: '件起宗次' },
  { noun: '行政诉讼', name: '行政诉讼(?:案件)?', units: '件起宗次' },
  { noun: '留言', name: '留言', units: '条件' }
].map(({ noun, name, units }) => ({
  noun,
  // 依申请公开信息 is of requests, and 行政复议申请 of reviews.
  placesIn: matchesOf(
    new RegExp(
      `(?<!依申请|行政复议)${name}(?:共计?|总计|总数|数量)?为?\\s{0,3}\\d{1,12}\\s{0,3}([${units}])(?!次)`,
      'g'
    )
  )
}))

const mixedUnits: Spotter<MixedUnits> = (text) =>
  counted.flatMap(({ noun, placesIn }): Spotted<MixedUnits>[] => {
    const places = placesIn(text)
    const first = places[0]?.match[1]
    const other = places.find(({ match }) => match[1] !== first)
    if (!first || !other?.match[1]) return []
    const [found, unit] = other.match
    const { from } = other
    return [
      {
        from,
        to: from + found.length,
        params: { problem: 'mixed', found, noun, units: [first, unit] }
      }
    ]
  })

export const numeralRules: Rules<NumeralParams> = {
  'D-NUMFMT': {
    severity: 'warning',
    asks: '数字用半角阿拉伯数字，不加分节号和空格',
    ground: 'GB/T 15835',
    check: everywhere<NumeralParams['D-NUMFMT']>(
      each(fullWidthDigits, ([words]) => ({
        problem: 'fullWidth',
        found: words,
        joined: halfDigits(words)
      })),
      each(separated, aNumber('separator')),
      each(spaced, aNumber('space'))
    )
  },
  'D-UNITWORD': {
    severity: 'hint',
    asks: '“约”“余”用于概数，两者不连用，确数不加；同一事项的量词前后一致',
    ground: 'GB/T 15835',
    check: everywhere<NumeralParams['D-UNITWORD']>(
      each(approximate, ([words]) => ({ problem: 'about', found: words })),
      exactParts,
      mixedUnits
    )
  }
}
