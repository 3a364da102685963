import { guessUnit } from '../../core/report/new-report.ts'
import { parseNumber } from '../../core/numbers/chinese.ts'
import { fenOf, formatMoney } from '../../core/numbers/money.ts'
import type { CellParams } from '../../core/checks/rules/cells.ts'
import type { SumParams } from '../../core/checks/rules/sums.ts'
import type { TextYearParams } from '../../core/checks/figures/text-years.ts'
import type { YearParams } from '../../core/checks/rules/years.ts'
import { documentKinds } from '../../core/form/disclosure.ts'
import { columnNameOf } from '../../core/form/field-name.ts'
import { isMoney } from '../../core/form/form.ts'
import type { RefusedText } from '../../core/findings/rule.ts'
import type { Report } from '../../core/report/report.ts'
import { sections } from '../../core/form/sections.ts'
import { numberText } from '../../core/compose/quote.ts'
import { editor } from '../zh/editor.ts'
import { grid } from '../zh/grid.ts'
import { tableNames } from './place.ts'
import {
  and,
  type FindingWords,
  type SentenceOf,
  type Sentences,
  type FindingPlace
} from './sentence.ts'
import { brokenSums } from './sums.ts'

/**
 * Sentences about the tables: sums, single cells, comparison with last year. Long, for the sentences of
 * rules that look at the same cells are read and changed beside each other.
 */

const documents = (kind: CellParams['T2-VALID-GE']['kind']): string =>
  documentKinds.find(({ id }) => id === kind)?.text ?? '文件'

const negative: SentenceOf<CellParams['T3-NONNEG']> = (params, { fields }) =>
  'found' in params
    ? {
        title: `原文有 ${params.found.length} 格不是数字：${and(params.found.map((text) => `“${text}”`))}`,
        why: '先留空，不当作 0。'
      }
    : {
        title: `填了负数 ${valueIn(fields)(params.value)}`,
        why: '件数和金额不小于 0。'
      }

const stillStands = (report: Report, [field]: FindingPlace['fields']): string =>
  grid.stillStands(field && numberText(report, field))

/** Why a text in a number field is refused, and what the field counts for. */
export const refusalText = ({ at, text, why }: RefusedText, report: Report): string =>
  `${grid.refusal(text, why)}，${stillStands(report, at.kind === 'cells' ? at.fields : [])}`

export const sumSentences: Sentences<SumParams> = {
  'T3-BAL': brokenSums,
  'T3-SUM': brokenSums,
  'T3-ROW': brokenSums,
  'T4-SUM': brokenSums,
  'T3-SPLIT': ({ left, right, joined }) => ({
    title: `${left} 和 ${right} 疑为一个数 ${joined} 拆进两格`,
    why: `合并为 ${joined}，这一行总计相符。`
  }),
  'T3-SHIFT': ({ by }, { form, fields }) => ({
    title: `“${fields.map((field) => form.entryOf(field).column).join('”与“')}”一多一少，都差 ${by}`,
    why: '总计相符，疑为申请人类别填错一列。'
  })
}

export const cellSentences: Sentences<CellParams> = {
  'N-TEXT': ({ text, why }, { report, fields }) => ({
    title: grid.refusal(text, why),
    why: stillStands(report, fields)
  }),
  'T3-NONNEG': negative,
  'T2-NONNEG': negative,
  'T3-BLANK': ({ table, count, empty }) =>
    empty === 1
      ? { title: `${tableNames[table]}未填`, why: `${count} 格都未填。` }
      : { title: `${tableNames[table]}有 ${count} 格未填`, why: '没有的填 0。' },
  'T3-BLANKTOTAL': ({ table, count }) => ({
    title: `${tableNames[table]}有 ${count} 格总计未填`,
    why: '分项已填，总计不能为空。'
  }),
  'T3-ROWSET': () => ({
    title: '原文表三为 2019 年格式的行',
    why: '2021 年度起“（六）其他处理”分三行。原数已计入“3.其他”，按情形分行填写。'
  }),
  'T2-INT': ({ found }, { fields }) =>
    fields.some(isMoney)
      ? feeNotRead(found)
      : { title: `件数不是整数：${and(found)}`, why: '件数填整数。' },
  'T2-FEEDP': ({ found, places, decimals }, { report }) => ({
    title: `收费金额 ${found} 是 ${places} 位小数，要求 ${decimals} 位`,
    why:
      places > decimals
        ? '按原数印出，不四舍五入。核对金额和单位。'
        : report.settings.feeDecimals === decimals
          ? `导出时印成 ${decimals} 位，金额不变。`
          : '金额不变，只是写法不同。'
  }),
  'T2-FEEUNIT': ({ amount, last }) => ({
    title: `收费金额 ${amount} 万元${last ? `，上年 ${last} 万元` : ''}`,
    why: '疑为误将元作万元填写。'
  }),
  'T2-REG-AUTH': ({ values, swapped }, { report: { unit } }) => {
    const { kinds, levels } = editor.unit
    const guess = guessUnit(unit.name)
    const guessed = guess.kind === unit.kind && guess.level === unit.level
    return {
      title: `规章填 ${and(values.map(String))}，${levels[unit.level]}${kinds[unit.kind]}没有规章制定权`,
      why: `${guessed ? '类别和层级按名称推定，不符的在“单位和年度”中修改。' : ''}${
        swapped === 1
          ? '行政规范性文件一行都是 0，疑为填错行。'
          : '规章由国务院部门、省级政府、设区的市政府制定。'
      }`
    }
  },
  'T2-VALID-GE': ({ kind, issued, repealed, valid }) => ({
    title: `${documents(kind)}现行有效 ${valid} 件，少于本年制发 ${issued} 件`,
    why: `本年废止 ${repealed} 件，本年制发的至少有 ${issued - repealed} 件有效。`
  }),
  'T2-NOAUTH': ({ value }) => ({
    title: `本年制发行政规范性文件 ${value} 件，事业单位一般没有制发权`,
    why: '由主管部门制发的，不计入本单位。'
  })
}

const section = ({ at }: FindingPlace): string =>
  (at.kind === 'text' && sections.find(({ id }) => id === at.section)?.title) || '引言'

/** Numbers of a cell, which findings state in 件 and 元, as they are written: money in 万元. */
const valueIn = ([field]: FindingPlace['fields']): ((value: number) => string) =>
  field !== undefined && isMoney(field) ? (value) => formatMoney(fenOf(value), null) : String

/** A fee that the reading left out: finer than a 分, or than the 元 of the versions before. */
const feeNotRead = (found: readonly string[]): FindingWords =>
  found.every((text) => parseNumber(text, { money: true }).kind === 'number')
    ? {
        title: `收费金额未填，原文是 ${and(found)}`,
        why: '旧版本只识别到元，因此留空。按原文填写。'
      }
    : { title: `金额细于 1 分：${and(found)}`, why: '金额最多六位小数，按账目核对后填写。' }

export const yearSentences: Sentences<YearParams> = {
  'Y-CARRY': ({ year, due, stated: now }, { form, fields }) => {
    const last = fields.findIndex((field) => columnNameOf(field) === 'total')
    const at = last < 0 ? 0 : last
    return {
      title: `上年结转应为 ${due[at]}（${year} 年报告结转下年度 ${due[at]}），现为 ${now[at]}`,
      ...(fields.length > 1 && {
        why: `${fields.length} 列不同：${fields.map((field, i) => `${form.entryOf(field).column}应为 ${due[i]}，现为 ${now[i]}`).join('；')}。`
      })
    }
  },
  'Y-VALID': ({ kind, last, issued, repealed, valid, due, year }) => ({
    title: `${documents(kind)}现行有效应为 ${due} 件，现为 ${valid} 件`,
    why: `${year} 年有效 ${last} + 制发 ${issued} − 废止 ${repealed} = ${due}。口径有变化的，说明理由。`
  }),
  'Y-JUMP': ({ now, last, year }, { fields }) => {
    const value = valueIn(fields)
    return {
      title: `较上年相差悬殊：${value(last)} → ${value(now)}`,
      why: `${year} 年 ${value(last)}，本年 ${value(now)}，核对口径和位数。`
    }
  },
  'Y-UNUSUAL': ({ now, years, values }, { fields }) => {
    const value = valueIn(fields)
    const past = values.map((one, i) => `${years[i]} 年 ${value(one)}`)
    return {
      title: `本年 ${value(now)}，与历年相差悬殊`,
      why: `${and(past)}。核对口径和位数。`
    }
  },
  'Y-SAME': ({ table, year }) => ({
    title: `${tableNames[table]}与 ${year} 年逐格相同`,
    why: '疑为沿用上年的表格。'
  }),
  'Y-TEXTDUP': ({ percent, onlyNumbers }, where) => ({
    title: `与上年相同的文字占 ${percent}%`,
    why:
      onlyNumbers === 1 ? `${section(where)}只修改了数字和年份。` : '内容与上年雷同，须据实填写。'
  }),
  'Y-TEXTOLD': ({ sentences, first, figures, year }) => {
    const all = sentences.length
    return {
      title: figures
        ? `${figures} 句带数字的话与 ${year} 年完全相同`
        : `${all} 句话与 ${year} 年完全相同`,
      why: `没有修改：“${first}”${figures && all > figures ? `不带数字的另有 ${all - figures} 句。` : ''}`
    }
  }
}

export const textYearSentences: Sentences<TextYearParams> = {
  'Y-TITLEYEAR': ({ found, year }) => ({
    title: `写作 ${found} 年的年度报告，应为 ${year} 年`
  }),
  'Y-TEXTYEAR': ({ found, year }) => ({
    title: `正文写“${found}”，报告年度是 ${year} 年`,
    why: '疑为沿用上年文字，年份没有修改。'
  }),
  'Y-EARLY': ({ of, on }) => ({
    title: `${of} 年的年度报告写成 ${on} 年公布`,
    why: '年度报告在年度终了后公布，核对年份。'
  }),
  'Y-PERIOD': ({ found, year }) => ({
    title: `统计期限写作“${found}”`,
    why: `统计期限是 ${year}年1月1日至${year}年12月31日。`
  })
}
