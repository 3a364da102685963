import type { structureRules } from '../structure.ts'
import type { wordingRules } from '../wording.ts'
import { noticed, type Examples } from './example.ts'

type Ids = keyof typeof structureRules | keyof typeof wordingRules

export const proseExamples: Record<Ids, Examples> = {
  'D-SEC': {
    pass: [{ note: '六个部分都有内容' }],
    fail: [
      { note: '总体情况没有写', text: { overview: '' } },
      {
        note: '另一部分的标题夹在正文里',
        text: { problems: '问题是解读单一，下一步改进。\n六、其他需要报告的事项\n无' }
      },
      {
        note: '原文编号重排，到五为止',
        imported: noticed(
          'D-SEC',
          { kind: 'report' },
          { problem: 'numeral', section: '其他需要报告的事项', found: '五', statutory: '六' }
        )
      }
    ]
  },
  'D-FIVE': {
    pass: [{ note: '五个方面都有标题' }],
    fail: [
      {
        note: '标题是组织保障、政策解读，缺两个方面',
        text: {
          overview:
            '（一）组织保障\n加强政府信息管理。\n（二）主动公开\n发布3条。\n（三）政策解读\n解读2件。\n（四）依申请公开\n0件。\n（五）平台建设\n改版。'
        }
      }
    ]
  },
  'D-GOV': {
    pass: [
      { note: '部门不要求' },
      {
        note: '政府写了考核、评议、追究',
        unit: { name: '清川市人民政府', kind: 'government', level: 'city' },
        text: { overview: '监督保障：开展工作考核1次、社会评议1次，没有责任追究情形。' }
      }
    ],
    fail: [
      {
        note: '政府没有写社会评议',
        unit: { name: '清川市人民政府', kind: 'government', level: 'city' },
        text: { overview: '监督保障：开展工作考核1次，没有责任追究情形。' }
      }
    ]
  },
  'D-S5': {
    pass: [
      { note: '有问题，有改进，说到上年', last: { text: { problems: '检索不便，需要改进。' } } }
    ],
    fail: [
      { note: '没有写', text: { problems: '' } },
      { note: '只写“无”', text: { problems: '无。' } },
      { note: '不到十个字', text: { problems: '问题不少要改进' } },
      { note: '只有改进，没有问题', text: { problems: '下一步将继续提升公开工作的质量。' } },
      { note: '只有问题，没有改进', text: { problems: '解读形式单一，这是主要的问题。' } },
      {
        note: '没有说上年的问题改得怎样',
        text: { problems: '存在的问题是解读形式单一，下一步增加图解。' },
        last: { text: { problems: '专栏检索不便，需要改进版面。' } }
      }
    ]
  },
  'D-S6': {
    pass: [{ note: '写明没有收取信息处理费' }],
    fail: [
      { note: '只写“无”', text: { other: '无' } },
      { note: '没有提信息处理费', text: { other: '没有其他需要报告的重要事项。' } }
    ]
  },
  'D-GENERIC': {
    pass: [{ note: '写明了条数' }],
    fail: [
      { note: '没有数字', text: { overview: '主动公开、依申请公开工作稳步推进。' } },
      { note: '说“一些地区”', text: { overview: '一些地区公开了3类信息。' } }
    ]
  },
  'D-TITLE': {
    pass: [{ note: '清川市档案局2025年政府信息公开工作年度报告' }],
    fail: [
      { note: '没有名称', unit: { name: '' } },
      { note: '名称里有年份', unit: { name: '清川市档案局2025年' } },
      {
        note: '原文标题缺“工作”二字',
        imported: noticed(
          'D-TITLE',
          { kind: 'report' },
          {
            found: '清川市档案局2025年政府信息公开年度报告',
            statutory: '清川市档案局2025年政府信息公开工作年度报告'
          }
        )
      }
    ]
  },
  'D-LABEL': {
    pass: [{ note: '2.其他法律行政法规禁止公开' }],
    fail: [
      {
        note: '原文写作“其他法律法规禁止公开”',
        imported: noticed(
          'D-LABEL',
          { kind: 'cells', fields: ['requests.refused.lawForbids.natural'] },
          { found: '2. 其他法律法规禁止公开', statutory: '2.其他法律行政法规禁止公开' }
        )
      }
    ]
  },
  'D-LEADIN': {
    pass: [{ note: '依据、期限、下载、联系方式都有' }],
    fail: [{ note: '没有引言', text: { leadIn: '' } }]
  },
  'D-PROSE2': {
    pass: [{ note: '表外没有文字' }],
    fail: [
      {
        note: '原文在表二后另有一段文字',
        imported: noticed('D-PROSE2', { kind: 'report' }, { found: '全年办理行政许可130件' })
      }
    ]
  },
  'D-TPLRESID': {
    pass: [{ note: '没有提示语' }],
    fail: [
      { note: '（文字描述）', text: { other: '（文字描述）没有收取信息处理费。' } },
      { note: 'XX 和 ____', text: { other: '收取信息处理费XX元，共____件。' } }
    ]
  },
  'D-TYPO': {
    pass: [
      { note: '公示公开', text: { other: '公示公开信息处理费0元，见《收费办法》。' } },
      { note: '截至12月', text: { other: '截至12月，信息处理费0元。' } }
    ],
    fail: [
      { note: '公式公开', text: { other: '公式公开信息处理费0元。' } },
      { note: '截止12月', text: { other: '截止12月，信息处理费0元。' } },
      { note: '标点重复', text: { other: '信息处理费0元。。' } },
      { note: '半角逗号', text: { other: '没有收取信息处理费,没有其他事项。' } },
      { note: '书名号不成对', text: { other: '按《收费办法收取信息处理费0元。' } }
    ]
  },
  'D-NUMFMT': {
    pass: [{ note: '1234 元', text: { other: '收取信息处理费1234元。' } }],
    fail: [
      { note: '全角数字', text: { other: '收取信息处理费１２元。' } },
      { note: '分节号', text: { other: '收取信息处理费1,234元。' } },
      { note: '数字中间有空格', text: { other: '收取信息处理费1 234元。' } }
    ]
  },
  'D-NAME': {
    pass: [{ note: '只写职务', text: { other: '由局长任组长。信息处理费0元。' } }],
    fail: [{ note: '写了姓名', text: { other: '由局长王某某任组长。信息处理费0元。' } }]
  },
  'D-PRIV': {
    pass: [{ note: '办公电话 0000-1234567' }],
    fail: [
      { note: '手机号', text: { other: '信息处理费咨询13800000000。' } },
      { note: '身份证号', text: { other: '申请人110101199001010000缴纳信息处理费10元。' } }
    ]
  },
  'D-UNITWORD': {
    pass: [{ note: '190余条', text: { other: '收费通知190余件，信息处理费0元。' } }],
    fail: [
      { note: '约190余件', text: { other: '收费通知约190余件，信息处理费0元。' } },
      { note: '193余件', text: { other: '收费通知193余件，信息处理费0元。' } }
    ]
  }
}
