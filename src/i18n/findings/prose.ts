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
  empty: { title: '“存在的主要问题及改进情况”没有写', why: '写问题，也写怎样改进。' },
  headings: {
    title: '“存在的主要问题及改进情况”只有标题',
    why: '标题下还没有内容，算作没有写。'
  },
  none: { title: '“存在的主要问题及改进情况”只写了“无”', why: '写问题，也写怎样改进。' },
  noProblem: { title: '没有写存在的问题' },
  noImprovement: { title: '没有写改进情况' },
  lastYear: { title: '没有写上年问题的改进情况' }
}

export const structureSentences: Sentences<StructureParams> = {
  'D-SEC': (params) => {
    switch (params.problem) {
      case 'empty':
        return { title: `“${params.section}”没有写`, why: '六个部分都要有内容。' }
      case 'headings':
        return { title: `“${params.section}”只有标题`, why: '标题下还没有内容，算作没有写。' }
      case 'nested':
        return {
          title: `正文里夹着标题“${params.found}”`,
          why: '这是另一部分的标题，后面的内容移到那一部分。'
        }
      case 'repeated':
        return { title: `正文里又写了标题“${params.found}”`, why: '标题由程序加上，删去这一行。' }
      case 'none':
        return { title: '原文没有六个部分的标题', why: '标题由程序补上，文字按部分放好。' }
      case 'missing':
        return { title: `原文缺“${params.section}”`, why: '标题由程序补上，内容要写。' }
      case 'order':
        return { title: `原文“${params.section}”次序不对`, why: '已按格式排回。' }
      case 'numeral':
        return {
          title: `原文“${params.section}”编号为“${params.found}”，应为“${params.statutory}”`,
          why: '已按格式编号。'
        }
      case 'name':
        return {
          title: `原文写作“${params.found}”，格式为“${params.statutory}”`,
          why: '标题用格式的写法，已换上。'
        }
    }
  },
  'D-FIVE': ({ missing }) => ({
    title: `总体情况少${missing.length === 1 ? '一个方面' : ` ${missing.length} 个方面`}：${and(missing)}`,
    why: '五个方面各写一段，标题里写明。'
  }),
  'D-GOV': ({ missing }) => ({
    title: `没有写${and(missing)}`,
    why: '各级人民政府的年报应含工作考核、社会评议和责任追究结果情况。'
  }),
  'D-S5': (params) =>
    params.problem === 'short'
      ? { title: `“存在的主要问题及改进情况”只有 ${params.length} 个字`, why: '写具体。' }
      : problems[params.problem],
  'D-S6': ({ problem }) => ({
    title:
      problem === 'none'
        ? '“其他需要报告的事项”只写了“无”，没有说明信息处理费收取情况'
        : '没有说明信息处理费收取情况',
    why: '没有收取也要写明。'
  }),
  'D-GENERIC': (params) =>
    params.problem === 'hedge'
      ? { title: `“${params.found}”说得笼统`, why: '写本机关的情况。' }
      : { title: '总体情况一个数字也没有', why: '内容不宜泛化，写明做了多少。' },
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
        return { title: '没有填机关名称', why: '标题由机关名称和年份组成。' }
      case 'name':
        return {
          title: `机关名称“${params.found}”里混进了标题的字`,
          why: '只填机关全称，年份和“政府信息公开工作年度报告”由程序加上。'
        }
      case 'otherUnit':
        return {
          title: `引言写的是“${params.found}”，机关名称是“${params.name}”`,
          why: '疑为沿用了别处的文字。'
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
    title: `引言写“${found}”，格式是六个部分`,
    why: '总体情况、三张表、存在的主要问题及改进情况、其他需要报告的事项。'
  }),
  'D-DOWNLOAD': ({ found }) => ({
    title: '引言没有写到哪里下载',
    why: `“${found}”写明网站或网址。`
  })
}

const wrongMarks: Record<
  WordingParams['D-TYPO']['problem'],
  (found: string, meant: string) => FindingWords
> = {
  word: (found, meant) => ({ title: `“${found}”疑为“${meant}”` }),
  doubled: (found, meant) => ({
    title: `标点重复“${found}”`,
    why: meant ? `留一个“${meant}”。` : '留一个。'
  }),
  halfWidth: (found, meant) => ({ title: `半角标点“${found}”`, why: `中文里用“${meant}”。` }),
  bookMarks: (found) => ({ title: '书名号不成对', why: `“${found}…”这一处。` }),
  unpaired: (found) => ({ title: `“${found.slice(0, 1)}”不成对`, why: `“${found}…”这一处。` }),
  cutOff: (found) => ({
    title: `“${found}”没有写完`,
    why: /[，、]$/.test(found) ? '段末是逗号或顿号，补全或改作句号。' : '后面缺内容，补全。'
  }),
  headless: (found) => ({ title: `段首是标点：“${found}”`, why: '前面缺内容，或者多了标点。' }),
  sentence: (found) => ({
    title: `这一句写了两遍：“${found.length > 20 ? `${found.slice(0, 20)}…` : found}”`,
    why: '留一处。'
  }),
  mail: (found) => ({ title: `邮箱“${found}”缺“@”`, why: '按这个地址寄不到。' })
}

const wrongDates: Record<WordingParams['D-DATE']['problem'], (found: string) => string> = {
  marks: (found) => `日期“${found}”缺年、月或日字`,
  day: (found) => `没有“${found}”这一天`,
  blank: (found) => `日期“${found}”没有填全`,
  year: (found) => `年份“${found}”少一位或错一位`
}

export const wordingSentences: Sentences<WordingParams> = {
  'D-TPLRESID': ({ found }) => ({ title: `“${found}”是格式里的提示，没有删去` }),
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
      ? { title: `“${found}”缺量词`, why: '写明是件、条、次还是别的。' }
      : { title: `“${found}”缺数字`, why: '量词前写明数，没有就写 0。' },
  'D-ORDER': ({ found, after, number, meant }) => ({
    title: `序号“${found}”不接上`,
    why:
      after === 0
        ? '前面没有第一条。'
        : `前一个是第 ${after}，这一个是第 ${number}${meant ? `，应为“${meant}”` : ''}。`
  }),
  'D-DATE': ({ problem, found, meant }) => ({
    title: wrongDates[problem](found),
    why: `写作“${meant ?? '2025年12月31日'}”${meant ? '' : '的样子'}。`
  }),
  'D-CITE': ({ problem, found, meant, perhaps }) => {
    const right = meant ?? perhaps
    switch (problem) {
      case 'brackets':
        return { title: `文号“${found}”的括号不对`, why: `写作“${right ?? ''}”，年份用六角括号。` }
      case 'old':
        return { title: `“${found}”不是现行的文号`, why: `现行的是“${right ?? ''}”。` }
      case 'number':
        return { title: `文号“${found}”不对`, why: `应为“${right ?? ''}”。` }
    }
  },
  'D-PLACE': ({ found, own }) => ({
    title: `写的是“${found}”，本机关报告的是“${own}”`,
    why: '疑为沿用了上级的文字。'
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
        why: '已换成阿拉伯数字，核对一遍。'
      }
    }
    return {
      title: `数字里有${characters[params.problem]}：“${params.found}”`,
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
          why: `词表里${params.name}的职务是${params.titles.map((title) => `“${title}”`).join('、')}。`
        }
      : {
          title: `“${params.found}”应写作“${params.meant ?? params.perhaps}”`,
          why: params.why ?? '本单位词表里的写法。'
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
        ? '个人信息不公开，办公地址可以写。'
        : '个人信息不公开，联系方式用办公电话。'
  })
}
