import type { StructureParams } from '../../core/checks/rules/structure.ts'
import type { WordingParams } from '../../core/checks/wording/wording.ts'
import type { LeadInParams } from '../../core/checks/rules/lead-in.ts'
import type { NumeralParams } from '../../core/checks/wording/numerals.ts'
import type { OwnParams } from '../../core/checks/wording/own.ts'
import type { PersonalParams } from '../../core/checks/wording/personal.ts'
import { tableNames } from './place.ts'
import { and, type FindingWords, type Sentences } from './sentence.ts'

/**
 * Sentences about the written sections and about the original that was read. Long, for each rule has
 * its own.
 */

const problems: Record<Exclude<StructureParams['D-S5']['problem'], 'short'>, FindingWords> = {
  empty: { title: '“存在的主要问题及改进情况”未填', why: '写明问题和改进情况。' },
  headings: {
    title: '“存在的主要问题及改进情况”只有标题',
    why: '标题下没有内容，视为未填。'
  },
  none: { title: '“存在的主要问题及改进情况”只写“无”', why: '写明问题和改进情况。' },
  noProblem: { title: '没有写存在的问题' },
  noImprovement: { title: '没有写改进情况' },
  lastYear: { title: '没有写上年问题的改进情况' }
}

export const structureSentences: Sentences<StructureParams> = {
  'D-SEC': (params) => {
    switch (params.problem) {
      case 'empty':
        return { title: `“${params.section}”未填`, why: '六个部分都要有内容。' }
      case 'headings':
        return { title: `“${params.section}”只有标题`, why: '标题下没有内容，视为未填。' }
      case 'nested':
        return {
          title: `正文中有标题“${params.found}”`,
          why: '这是另一部分的标题，其后的内容移到该部分。'
        }
      case 'repeated':
        return { title: `正文中重复写标题“${params.found}”`, why: '标题自动生成，删除这一行。' }
      case 'none':
        return { title: '原文没有六个部分的标题', why: '标题自动生成，将文字移到各部分。' }
      case 'missing':
        return { title: `原文缺“${params.section}”`, why: '标题自动生成，内容须填写。' }
      case 'order':
        return { title: `原文“${params.section}”次序与格式不同`, why: '已按格式排列。' }
      case 'numeral':
        return {
          title: `原文“${params.section}”编号为“${params.found}”，应为“${params.statutory}”`,
          why: '已按格式编号。'
        }
      case 'name':
        return {
          title: `原文写作“${params.found}”，格式为“${params.statutory}”`,
          why: '已改用格式的标题。'
        }
    }
  },
  'D-FIVE': ({ missing }) => ({
    title: `总体情况少${missing.length === 1 ? '一个方面' : ` ${missing.length} 个方面`}：${and(missing)}`,
    why: '五个方面各写一段，标题中写明。'
  }),
  'D-GOV': ({ missing }) => ({
    title: `没有写${and(missing)}`,
    why: '各级人民政府的年报应含工作考核、社会评议和责任追究结果情况。'
  }),
  'D-S5': (params) =>
    params.problem === 'short'
      ? { title: `“存在的主要问题及改进情况”只有 ${params.length} 个字`, why: '须写明具体内容。' }
      : problems[params.problem],
  'D-S6': ({ problem }) => ({
    title:
      problem === 'none'
        ? '“其他需要报告的事项”只写“无”，没有说明信息处理费收取情况'
        : '没有说明信息处理费收取情况',
    why: '没有收取也要写明。'
  }),
  'D-GENERIC': (params) =>
    params.problem === 'hedge'
      ? { title: `“${params.found}”表述笼统`, why: '写明本机关的情况。' }
      : { title: '总体情况没有数字', why: '内容不宜泛化，写明工作数量。' },
  'D-LABEL': ({ found, statutory }) => ({
    title: `原文写作“${found}”，格式为“${statutory}”`,
    why: '导出时用格式的写法。'
  }),
  'D-PROSE2': ({ table, found, differs }) => ({
    title: differs
      ? `原文${tableNames[table]}之外的文字与表格不一致：${and(differs)}`
      : `原文${tableNames[table]}之外另有文字`,
    why: `“${found.join('')}”`
  })
}

export const leadInSentences: Sentences<LeadInParams> = {
  'D-TITLE': (params) => {
    switch (params.problem) {
      case 'noName':
        return { title: '机关全称未填', why: '标题由机关全称和年份组成。' }
      case 'name':
        return {
          title: `机关全称“${params.found}”中有标题的文字`,
          why: '只填机关全称，年份和“政府信息公开工作年度报告”自动生成。'
        }
      case 'otherUnit':
        return {
          title: `引言写作“${params.found}”，机关全称为“${params.name}”`,
          why: '疑为沿用其他单位的文字。'
        }
      case undefined:
        return {
          title: `原文标题“${params.found}”与格式不同`,
          why: `已改作“${params.statutory}”。`
        }
    }
  },
  'D-LEADIN': ({ missing }) => ({ title: `引言没有写${and(missing)}` }),
  'D-PARTS': ({ found }) => ({
    title: `引言写“${found}”，格式为六个部分`,
    why: '总体情况、三张表、存在的主要问题及改进情况、其他需要报告的事项。'
  }),
  'D-DOWNLOAD': ({ found }) => ({
    title: '引言没有写明下载地址',
    why: `“${found}”应写明网站或网址。`
  })
}

const wrongMarks: Record<
  WordingParams['D-TYPO']['problem'],
  (found: string, meant: string) => FindingWords
> = {
  word: (found, meant) => ({ title: `“${found}”疑为“${meant}”` }),
  doubled: (found, meant) => ({
    title: `标点重复“${found}”`,
    why: meant ? `保留一个“${meant}”。` : '保留一个。'
  }),
  halfWidth: (found, meant) => ({ title: `半角标点“${found}”`, why: `中文用“${meant}”。` }),
  bookMarks: (found) => ({ title: '书名号不成对', why: `“${found}…”这一处。` }),
  unpaired: (found) => ({ title: `“${found.slice(0, 1)}”不成对`, why: `“${found}…”这一处。` }),
  cutOff: (found) => ({
    title: `“${found}”没有写完`,
    why: /[，、]$/.test(found) ? '段末是逗号或顿号，补全或改为句号。' : '后面缺内容，须补全。'
  }),
  headless: (found) => ({ title: `段首是标点：“${found}”`, why: '前面缺内容，或多写标点。' }),
  sentence: (found) => ({
    title: `句子重复：“${found.length > 20 ? `${found.slice(0, 20)}…` : found}”`,
    why: '保留一处。'
  }),
  mail: (found) => ({ title: `邮箱“${found}”缺“@”`, why: '邮箱地址有误。' })
}

const wrongDates: Record<WordingParams['D-DATE']['problem'], (found: string) => string> = {
  marks: (found) => `日期“${found}”缺年、月或日字`,
  day: (found) => `日期“${found}”不存在`,
  blank: (found) => `日期“${found}”未填全`,
  year: (found) => `年份“${found}”少一位或错一位`
}

export const wordingSentences: Sentences<WordingParams> = {
  'D-TPLRESID': ({ found }) => ({ title: `“${found}”是格式中的提示，须删除` }),
  'D-TYPO': (params) => {
    const meant = 'meant' in params ? params.meant : undefined
    if (params.problem === 'word' && params.why !== undefined) {
      const { found, perhaps, readings = [perhaps], why } = params
      return { title: `“${found}”疑为“${readings.join('”或“')}”`, why }
    }
    const perhaps = 'perhaps' in params ? params.perhaps : undefined
    return wrongMarks[params.problem](params.found, meant ?? perhaps ?? '')
  },
  'D-UNIT': ({ problem, found }) =>
    problem === 'noUnit'
      ? { title: `“${found}”缺量词`, why: '写明件、条、次等量词。' }
      : { title: `“${found}”缺数字`, why: '量词前写明数字，没有的写 0。' },
  'D-ORDER': ({ found, after, number, meant }) => ({
    title: `序号“${found}”不连续`,
    why:
      after === 0
        ? '前面没有第一项。'
        : `前一个是第 ${after}，这一个是第 ${number}${meant ? `，应为“${meant}”` : ''}。`
  }),
  'D-DATE': ({ problem, found, meant }) => ({
    title: wrongDates[problem](found),
    why: meant ? `写作“${meant}”。` : '写法如“2025年12月31日”。'
  }),
  'D-CITE': ({ problem, found, meant, perhaps }) => {
    const right = meant ?? perhaps
    switch (problem) {
      case 'brackets':
        return { title: `文号“${found}”的括号有误`, why: `写作“${right ?? ''}”，年份用六角括号。` }
      case 'old':
        return { title: `“${found}”不是现行的文号`, why: `现行的是“${right ?? ''}”。` }
      case 'number':
        return { title: `文号“${found}”有误`, why: `应为“${right ?? ''}”。` }
    }
  },
  'D-PLACE': ({ found, own }) => ({
    title: `写作“${found}”，报告范围是“${own}”`,
    why: '疑为沿用上级机关的文字。'
  }),
  'D-SENS': ({ found, times }) => ({
    title: times > 1 ? `“${found}”是须留意的词，有 ${times} 处` : `“${found}”是须留意的词`,
    why: '发布前核对写法。'
  })
}

const characters = { fullWidth: '全角数字', separator: '分节号', space: '空格' }

export const numeralSentences: Sentences<NumeralParams> = {
  'D-NUMFMT': (params) => {
    if (params.problem === undefined) {
      const { found } = params
      return {
        title: `原文有 ${found.length} 格数字写法不同：${and(found.slice(0, 5))}${found.length > 5 ? '…' : ''}`,
        why: '已改为阿拉伯数字，须核对。'
      }
    }
    return {
      title: `数字中有${characters[params.problem]}：“${params.found}”`,
      why: '用半角数字，不加分节号和空格。'
    }
  },
  'D-UNITWORD': (params) => {
    switch (params.problem) {
      case 'mixed': {
        const { noun, units } = params
        return {
          title: `${noun}一处用“${units[0]}”，一处用“${units[1]}”`,
          why: '同一事项的量词前后一致。'
        }
      }
      case 'total':
        return {
          title: `“${params.found}”是概数，分项相加正好 ${params.sum} ${params.unit}`,
          why: '分项都是确数，合计也写确数。'
        }
      case 'about':
        return {
          title: `“${params.found}”概数写法不当`,
          why: '“约”和“余”不连用，确数不加“约”“余”。'
        }
    }
  }
}

export const ownSentences: Sentences<OwnParams> = {
  'D-OWN': (params) =>
    params.problem === 'title'
      ? {
          title: `“${params.found}”的职务与本单位词表不同`,
          why: `词表中${params.name}的职务是${params.titles.map((title) => `“${title}”`).join('、')}。`
        }
      : {
          title: `“${params.found}”应写作“${params.meant ?? params.perhaps}”`,
          why: params.why ?? '本单位词表的写法。'
        }
}

const ofPersons = { identity: '身份证号', mobile: '手机号', address: '个人住址' }

export const personalSentences: Sentences<PersonalParams> = {
  'D-NAME': ({ found }) => ({
    title: `出现个人姓名：“${found}”`,
    why: '核对是否现任，是否需要写姓名。'
  }),
  'D-PRIV': ({ problem, found }) => ({
    title: `疑有${ofPersons[problem]} ${found}`,
    why:
      problem === 'address'
        ? '个人信息不公开，可写办公地址。'
        : '个人信息不公开，联系方式用办公电话。'
  })
}
