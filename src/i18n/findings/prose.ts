import type { structureRules } from '../../core/checks/rules/structure.ts'
import type { wordingRules } from '../../core/checks/wording/wording.ts'
import type { leadInRules } from '../../core/checks/rules/lead-in.ts'
import type { numeralRules } from '../../core/checks/wording/numerals.ts'
import type { personalRules } from '../../core/checks/wording/personal.ts'
import { tableName } from './place.ts'
import { and, type FindingWords, type SentenceOf } from './read.ts'

/**
 * Sentences about the written sections and about the original that was read. Long, for each rule has
 * its own.
 */

const problems: Readonly<Record<string, FindingWords>> = {
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

export const structureSentences: Record<keyof typeof structureRules, SentenceOf> = {
  'D-SEC': ({ word }) => {
    switch (word('problem')) {
      case 'empty':
        return { title: `“${word('section')}”没有写`, why: '六个部分都要有内容。' }
      case 'headings':
        return { title: `“${word('section')}”只有标题`, why: '标题下还没有内容，算作没有写。' }
      case 'nested':
        return {
          title: `正文里夹着标题“${word('found')}”`,
          why: '这是另一部分的标题，后面的内容移到那一部分。'
        }
      case 'none':
        return { title: '原文没有六个部分的标题', why: '标题由程序补上，文字按部分放好。' }
      case 'missing':
        return { title: `原文缺“${word('section')}”`, why: '标题由程序补上，内容要写。' }
      case 'order':
        return { title: `原文“${word('section')}”次序不对`, why: '已按格式排回。' }
      default:
        return {
          title: `原文“${word('section')}”编号为“${word('found')}”，应为“${word('statutory')}”`,
          why: '已按格式编号。'
        }
    }
  },
  'D-FIVE': ({ words }) => ({
    title: `总体情况少${words('missing').length === 1 ? '一个方面' : ` ${words('missing').length} 个方面`}：${and(words('missing'))}`,
    why: '五个方面各写一段，标题里写明。'
  }),
  'D-GOV': ({ words }) => ({
    title: `没有写${and(words('missing'))}`,
    why: '各级人民政府的年报应含工作考核、社会评议和责任追究结果情况。'
  }),
  'D-S5': ({ word, number }) =>
    word('problem') === 'short'
      ? { title: `“存在的主要问题及改进情况”只有 ${number('length')} 个字`, why: '写具体。' }
      : (problems[word('problem')] ?? { title: '“存在的主要问题及改进情况”不完整' }),
  'D-S6': ({ word }) => ({
    title:
      word('problem') === 'none'
        ? '“其他需要报告的事项”只写了“无”，没有说明信息处理费收取情况'
        : '没有说明信息处理费收取情况',
    why: '没有收取也要写明。'
  }),
  'D-GENERIC': ({ word }) =>
    word('problem') === 'hedge'
      ? { title: `“${word('found')}”说得笼统`, why: '写本机关的情况。' }
      : { title: '总体情况一个数字也没有', why: '内容不宜泛化，写明做了多少。' },
  'D-LABEL': ({ word }) => ({
    title: `原文写作“${word('found')}”，格式为“${word('statutory')}”`,
    why: '导出时用格式的写法。'
  }),
  'D-PROSE2': ({ word, words }) => {
    const differs = words('differs')
    const table = word('table') ? `原文${tableName(word('table'))}` : '原文表格'
    return {
      title: differs.length
        ? `${table}之外的文字与表格不一致：${and(differs)}`
        : `${table}之外另有文字`,
      why: `“${words('found').join('')}”`
    }
  }
}

export const leadInSentences: Record<keyof typeof leadInRules, SentenceOf> = {
  'D-TITLE': ({ word }) => {
    if (word('problem') === 'noName')
      return { title: '没有填机关名称', why: '标题由机关名称和年份组成。' }
    if (word('problem') === 'name') {
      return {
        title: `机关名称“${word('found')}”里混进了标题的字`,
        why: '只填机关全称，年份和“政府信息公开工作年度报告”由程序加上。'
      }
    }
    if (word('problem') === 'otherUnit') {
      return {
        title: `引言写的是“${word('found')}”，机关名称是“${word('name')}”`,
        why: '疑为沿用了别处的文字。'
      }
    }
    return {
      title: `原文标题“${word('found')}”与格式不同`,
      why: `已改作“${word('statutory')}”。`
    }
  },
  'D-LEADIN': ({ words }) => ({ title: `引言没有写${and(words('missing'))}` }),
  'D-PARTS': ({ word }) => ({
    title: `引言写“${word('found')}”，格式是六个部分`,
    why: '总体情况、三张表、存在的主要问题及改进情况、其他需要报告的事项。'
  }),
  'D-DOWNLOAD': ({ word }) => ({
    title: '引言没有写到哪里下载',
    why: `“${word('found')}”写明网站或网址。`
  })
}

const wrongMarks: Readonly<Record<string, (found: string, meant: string) => FindingWords>> = {
  word: (found, meant) => ({ title: `“${found}”疑为“${meant}”` }),
  doubled: (found, meant) => ({
    title: `标点重复“${found}”`,
    why: meant ? `留一个“${meant}”。` : '留一个。'
  }),
  halfWidth: (found, meant) => ({ title: `半角标点“${found}”`, why: `中文里用“${meant}”。` }),
  bookMarks: (found) => ({ title: '书名号不成对', why: `“${found}…”这一处。` }),
  unpaired: (found) => ({ title: `“${found.slice(0, 1)}”不成对`, why: `“${found}…”这一处。` }),
  cutOff: (found) => ({ title: `“${found}”没有写完`, why: '段末是逗号或顿号，补全或改作句号。' }),
  mail: (found) => ({ title: `邮箱“${found}”缺“@”`, why: '按这个地址寄不到。' })
}

export const wordingSentences: Record<keyof typeof wordingRules, SentenceOf> = {
  'D-TPLRESID': ({ word }) => ({ title: `“${word('found')}”是格式里的提示，没有删去` }),
  'D-TYPO': ({ word }) =>
    wrongMarks[word('problem')]?.(word('found'), word('meant') || word('perhaps')) ?? {
      title: `“${word('found')}”疑有误`
    },
  'D-UNIT': ({ word }) =>
    word('problem') === 'noUnit'
      ? { title: `“${word('found')}”缺量词`, why: '写明是件、条、次还是别的。' }
      : { title: `“${word('found')}”缺数字`, why: '量词前写明数，没有就写 0。' },
  'D-ORDER': ({ word, number }) => ({
    title: `序号“${word('found')}”不接上`,
    why: `前一个是第 ${number('after')}，这一个是第 ${number('number')}。`
  }),
  'D-DATE': ({ word }) => ({
    title:
      word('problem') === 'marks'
        ? `日期“${word('found')}”缺年、月或日字`
        : `没有“${word('found')}”这一天`,
    why: '写作“2025年12月31日”的样子。'
  }),
  'D-SENS': ({ word, number }) => ({
    title:
      number('times') > 1
        ? `“${word('found')}”在本机关的词表里，有 ${number('times')} 处`
        : `“${word('found')}”在本机关的词表里`,
    why: '发布前核对写法。'
  })
}

const mixed = (noun: string, units: readonly string[]): FindingWords => ({
  title: `${noun}一处用“${units[0] ?? ''}”，一处用“${units[1] ?? ''}”`,
  why: '同一事项的量词前后一致。'
})

export const numeralSentences: Record<keyof typeof numeralRules, SentenceOf> = {
  'D-NUMFMT': ({ words, word }) => {
    const found = words('found')
    if (!word('problem')) {
      return {
        title: `原文有 ${found.length} 格数字写法不同：${and(found.slice(0, 5))}${found.length > 5 ? '…' : ''}`,
        why: '已换成阿拉伯数字，核对一遍。'
      }
    }
    const kind = { fullWidth: '全角数字', separator: '分节号', space: '空格' }[word('problem')]
    return {
      title: `数字里有${kind ?? '别的字符'}：“${word('found')}”`,
      why: '用半角数字，不加分节号和空格。'
    }
  },
  'D-UNITWORD': ({ word, words, number }) => {
    switch (word('problem')) {
      case 'mixed':
        return mixed(word('noun'), words('units'))
      case 'total':
        return {
          title: `“${word('found')}”是概数，分项相加正好 ${number('sum')} ${word('unit')}`,
          why: '分项都是确数，合计也写确数。'
        }
      default:
        return {
          title: `“${word('found')}”概数写法不当`,
          why: '“约”和“余”不连用，确数不加“约”“余”。'
        }
    }
  }
}

export const personalSentences: Record<keyof typeof personalRules, SentenceOf> = {
  'D-NAME': ({ word }) => ({
    title: `出现个人姓名：“${word('found')}”`,
    why: '核对是否现任，是否需要写姓名。'
  }),
  'D-PRIV': ({ word }) => ({
    title: `疑有${{ identity: '身份证号', mobile: '手机号', address: '个人住址' }[word('problem')] ?? '个人信息'} ${word('found')}`,
    why:
      word('problem') === 'address'
        ? '个人信息不公开，办公地址可以写。'
        : '个人信息不公开，联系方式用办公电话。'
  })
}
