import type { leadInRules } from '../rules/lead-in.ts'
import type { structureRules } from '../rules/structure.ts'
import { line, table, type Examples } from './example.ts'

/** Examples of the rules about the written sections. Long, for each rule has several of both kinds. */

type Ids = keyof typeof structureRules | keyof typeof leadInRules

const zeros = ['0', '0', '0', '0', '0', '0', '0']
const penalties = table(['信息内容', '本年处理决定数量'], ['行政处罚', '12'], ['行政强制', '0'])

const lawForbids = (label: string) => [
  line('三、收到和处理政府信息公开申请情况'),
  table(['（三）不予公开', '1.属于国家秘密', ...zeros], [label, ...zeros])
]

export const proseExamples: Record<Ids, Examples> = {
  'D-SEC': {
    pass: [{ note: '六个部分都有内容' }],
    fail: [
      { note: '总体情况未填', text: { overview: '' } },
      { note: '总体情况只有标题', text: { overview: '（一）主动公开\n（二）依申请公开。' } },
      {
        note: '正文中有另一部分的标题',
        text: { problems: '问题是解读单一，下一步改进。\n六、其他需要报告的事项\n无' }
      },
      {
        note: '原文编号重排，到五为止',
        original: [
          line('一、总体情况'),
          line('二、主动公开政府信息情况'),
          line('三、收到和处理政府信息公开申请情况'),
          line('三、政府信息公开行政复议、行政诉讼情况'),
          line('四、存在的主要问题及改进情况'),
          line('五、其他需要报告的事项')
        ]
      }
    ]
  },
  'D-FIVE': {
    pass: [{ note: '五个方面都有标题' }],
    fail: [
      {
        note: '监督保障有标题，没有内容',
        text: {
          overview:
            '（一）主动公开\n发布3条。\n（二）依申请公开\n新收14件。\n（三）政府信息管理\n清理46条。\n（四）平台建设\n改版1次。\n（五）监督保障'
        }
      },
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
      { note: '有问题，有改进，有上年问题', last: { text: { problems: '检索不便，需要改进。' } } }
    ],
    fail: [
      { note: '未填', text: { problems: '' } },
      { note: '只有标题', text: { problems: '（一）存在的主要问题\n（二）改进情况' } },
      { note: '只写“无”', text: { problems: '无。' } },
      { note: '不到十个字', text: { problems: '问题不少要改进' } },
      { note: '只有改进，没有问题', text: { problems: '下一步将继续提升公开工作的质量。' } },
      { note: '只有问题，没有改进', text: { problems: '解读形式单一，这是主要的问题。' } },
      {
        note: '没有写上年问题的改进情况',
        text: { problems: '存在的问题是解读形式单一，下一步增加图解。' },
        last: { text: { problems: '专栏检索不便，需要改进版面。' } }
      }
    ]
  },
  'D-S6': {
    pass: [
      { note: '写明没有收取信息处理费' },
      { note: '写明收费通知和金额', text: { other: '发出收费通知2件，实际收取300元。' } }
    ],
    fail: [
      { note: '只写“无”', text: { other: '无' } },
      { note: '没有写信息处理费', text: { other: '没有其他需要报告的重要事项。' } }
    ]
  },
  'D-GENERIC': {
    pass: [{ note: '写明条数' }],
    fail: [
      { note: '只有年份', text: { overview: '（一）主动公开。2025年，本机关规范公开。' } },
      { note: '没有数字', text: { overview: '主动公开、依申请公开工作稳步推进。' } },
      { note: '写“一些地区”', text: { overview: '一些地区公开了3类信息。' } }
    ]
  },
  'D-TITLE': {
    pass: [
      { note: '清川市档案局2025年政府信息公开工作年度报告' },
      {
        note: '引言先写年份，再写简称',
        text: {
          leadIn:
            '现公布2025年市档案局政府信息公开工作年度报告。依据条例编制，统计期限为2025年1月1日至2025年12月31日。可在门户网站下载，电话0000-1234567。'
        }
      },
      {
        note: '引言用简称',
        text: {
          leadIn:
            '现公布市档案局2025年政府信息公开工作年度报告。依据条例编制，统计期限为2025年1月1日至2025年12月31日。可在门户网站下载，电话0000-1234567。'
        }
      }
    ],
    fail: [
      { note: '没有名称', unit: { name: '' } },
      { note: '名称中有年份', unit: { name: '清川市档案局2025年' } },
      {
        note: '原文标题缺“工作”二字',
        original: [line('清川市档案局2025年政府信息公开年度报告'), line('一、总体情况')]
      },
      {
        note: '引言写其他机关',
        text: {
          leadIn:
            '清川市水务局2025年政府信息公开工作年度报告根据条例编制。统计期限为2025年1月1日至2025年12月31日。可在门户网站下载，电话0000-1234567。'
        }
      }
    ]
  },
  'D-LABEL': {
    pass: [
      { note: '2.其他法律行政法规禁止公开', original: lawForbids('2.其他法律行政法规禁止公开') },
      {
        note: '地方通知规定的名称，检查设置已填写',
        original: lawForbids('2.其他法律法规禁止公开'),
        settings: { labels: { '2.其他法律行政法规禁止公开': '2.其他法律法规禁止公开' } }
      }
    ],
    fail: [
      {
        note: '原文写作“其他法律法规禁止公开”',
        original: lawForbids('2. 其他法律法规禁止公开')
      }
    ]
  },
  'D-LEADIN': {
    pass: [{ note: '依据、期限、下载、联系方式都有' }],
    fail: [{ note: '没有引言', text: { leadIn: '' } }]
  },
  'D-PARTS': {
    pass: [
      {
        note: '由六个部分组成',
        text: { leadIn: '本报告由六个部分组成。总体情况从五个方面说明。' }
      }
    ],
    fail: [
      {
        note: '写成四个部分',
        text: { leadIn: '全文包括总体情况、公开内容、问题和措施四个部分。' }
      }
    ]
  },
  'D-DOWNLOAD': {
    pass: [{ note: '写明在门户网站下载' }],
    fail: [
      {
        note: '只写可以下载',
        text: {
          leadIn:
            '根据条例编制。统计期限为2025年1月1日至2025年12月31日。电子版可下载。电话0000-1234567。'
        }
      }
    ]
  },
  'D-PROSE2': {
    pass: [
      {
        note: '表外没有文字',
        original: [line('二、主动公开政府信息情况'), penalties]
      },
      {
        note: '表名和单位不是文字',
        original: [line('二、主动公开政府信息情况'), line('单位：件'), penalties]
      }
    ],
    fail: [
      {
        note: '原文在表二后另有一段文字',
        original: [line('二、主动公开政府信息情况'), penalties, line('行政处罚信息全部公示。')]
      },
      {
        note: '表外文字写行政处罚 15 件，表内 12',
        original: [line('二、主动公开政府信息情况'), penalties, line('全年作出行政处罚15件。')]
      }
    ]
  }
}
