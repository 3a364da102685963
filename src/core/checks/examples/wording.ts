import type { OwnWord } from '../../findings/own-words.ts'
import type { numeralRules } from '../wording/numerals.ts'
import type { ownRules } from '../wording/own.ts'
import type { personalRules } from '../wording/personal.ts'
import type { wordingRules } from '../wording/wording.ts'
import type { Examples } from './example.ts'

/** Long, for each rule about words has several of both kinds. */

type Ids =
  | keyof typeof wordingRules
  | keyof typeof numeralRules
  | keyof typeof personalRules
  | keyof typeof ownRules

/** The list of the examples. */
const own: readonly OwnWord[] = [
  { kind: 'wrong', word: '档案管理处', right: '档案馆' },
  { kind: 'person', word: '王某某', right: '局长' },
  { kind: 'watch', word: '清河', right: '' }
]

export const wordingExamples: Record<Ids, Examples> = {
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
      { note: '逗号和句号', text: { other: '信息处理费0元，。没有其他事项。' } },
      { note: '半角逗号', text: { other: '没有收取信息处理费,没有其他事项。' } },
      { note: '叠字', text: { other: '信息处理费的的标准为0元。' } },
      { note: '固定用语少一个字', text: { other: '政府息公开处理费0元，即信息处理费0元。' } },
      { note: '括号不成对', text: { other: '没有收取（本年度信息处理费0元。' } },
      { note: '段末是逗号', text: { other: '没有收取信息处理费，' } },
      { note: '句子没有写完', text: { other: '信息处理费0元。下一步，我局将' } },
      { note: '段首是标点', text: { other: '，没有收取信息处理费。' } },
      {
        note: '句子重复',
        text: {
          other: '本年度发出收费通知0件，信息处理费0元。\n本年度发出收费通知0件，信息处理费0元。'
        }
      },
      { note: '邮箱缺“@”', text: { other: '信息处理费0元，邮箱dangan163.com。' } },
      { note: '书名号不成对', text: { other: '按《收费办法收取信息处理费0元。' } }
    ]
  },
  'D-UNIT': {
    pass: [
      { note: '数和量词都有', text: { other: '公布图解30条，信息处理费0元。' } },
      { note: '量词写在后面', text: { other: '分别推送43、8条，信息处理费0元。' } },
      { note: '申请件是一个词', text: { other: '逐一登记申请件，信息处理费0元。' } }
    ],
    fail: [
      { note: '有数没有量词', text: { other: '推送信息260余，信息处理费0元。' } },
      { note: '有量词没有数', text: { other: '公布图解条、解读76条，信息处理费0元。' } },
      { note: '数的位置空缺', text: { other: '推送信息  条，信息处理费0元。' } }
    ]
  },
  'D-ORDER': {
    pass: [
      { note: '一是、二是、三是', text: { other: '信息处理费0元：一是通知；二是登记；三是入库。' } }
    ],
    fail: [
      { note: '两个“三是”', text: { other: '信息处理费0元：一是通知；三是登记；三是入库。' } },
      { note: '跳过（二）', text: { other: '（一）信息处理费\n0元。\n（三）其他\n没有。' } }
    ]
  },
  'D-DATE': {
    pass: [{ note: '2025年12月31日', text: { other: '到2025年12月31日，信息处理费0元。' } }],
    fail: [
      { note: '缺“年”“月”', text: { other: '到20251231日，信息处理费0元。' } },
      { note: '日期不存在', text: { other: '到2月30日，信息处理费0元。' } }
    ]
  },
  'D-CITE': {
    pass: [
      {
        note: '国办公开办函〔2021〕30号',
        text: { other: '按国办公开办函〔2021〕30号，处理费0元。' }
      },
      { note: '其他文件', text: { other: '按国办函〔2020〕109号，信息处理费0元。' } }
    ],
    fail: [
      { note: '圆括号', text: { other: '按国办公开办函（2021）30号，处理费0元。' } },
      {
        note: '号数不对',
        text: { other: '按年度报告格式（国办公开办函〔2021〕3号），处理费0元。' }
      },
      {
        note: '2019 年的试行格式',
        text: { other: '按国办公开办函〔2019〕60号编制年度报告，处理费0元。' }
      },
      {
        note: '《条例》旧的令号',
        text: { other: '按《政府信息公开条例》（国务院令第492号），处理费0元。' }
      }
    ]
  },
  'D-PLACE': {
    pass: [
      {
        note: '县的报告写“全县”',
        unit: { name: '青石县人民政府', level: 'county' },
        text: { other: '全县各级行政机关收取处理费0元。' }
      },
      {
        note: '在全市的名次',
        unit: { name: '青石县人民政府', level: 'county' },
        text: { other: '在全市考核中列第3名，处理费0元。' }
      }
    ],
    fail: [
      {
        note: '县的报告写“全市”',
        unit: { name: '青石县人民政府', level: 'county' },
        text: { other: '全市各级行政机关收取处理费0元。' }
      },
      {
        note: '镇的报告写“全县”',
        unit: { name: '青石县南塘镇人民政府', kind: 'town', level: 'town' },
        text: { other: '2025年，全县共收取处理费0元。' }
      }
    ]
  },
  'D-SENS': {
    pass: [{ note: '没有列出词' }, { note: '列出的词没有出现', settings: { words: ['清河'] } }],
    fail: [
      { note: '检查设置列出“清川”，正文中有', settings: { words: ['清川'] } },
      { note: '本单位词表列出“清河”', own, text: { other: '清河片区收取信息处理费0元。' } }
    ]
  },
  'D-OWN': {
    pass: [
      { note: '没有列出词' },
      { note: '姓名前是列出的职务', own, text: { other: '局长王某某核定，信息处理费0元。' } },
      { note: '没有列出的姓名不检查', own, text: { other: '科长李某某核定，信息处理费0元。' } }
    ],
    fail: [
      { note: '列为错词', own, text: { other: '档案管理处收取信息处理费0元。' } },
      { note: '职务与列出的不同', own, text: { other: '副局长王某某核定，信息处理费0元。' } }
    ]
  },
  'D-NUMFMT': {
    pass: [
      { note: '1234 元', text: { other: '收取信息处理费1234元。' } },
      { note: '电话号码分段', text: { other: '信息处理费0元，咨询电话 010 123 456。' } }
    ],
    fail: [
      { note: '全角数字', text: { other: '收取信息处理费１２元。' } },
      { note: '分节号', text: { other: '收取信息处理费1,234元。' } },
      { note: '数字中间有空格', text: { other: '收取信息处理费1 234元。' } }
    ]
  },
  'D-NAME': {
    pass: [{ note: '只写职务', text: { other: '由局长任组长。信息处理费0元。' } }],
    fail: [{ note: '写有姓名', text: { other: '由局长王某某任组长。信息处理费0元。' } }]
  },
  'D-PRIV': {
    pass: [
      { note: '办公电话 0000-1234567' },
      {
        note: '办公地址',
        text: { other: '信息处理费0元。办公地址：清川市清园小区3号楼102室。' }
      }
    ],
    fail: [
      { note: '手机号', text: { other: '信息处理费咨询13800000000。' } },
      { note: '身份证号', text: { other: '申请人110101199001010000缴纳信息处理费10元。' } },
      {
        note: '个人住址',
        text: { other: '信息处理费0元。申请人住址清川市清园小区3号楼102室。' }
      }
    ]
  },
  'D-UNITWORD': {
    pass: [
      { note: '190余条', text: { other: '收费通知190余件，信息处理费0元。' } },
      { note: '申请都用件', text: { other: '收到申请14件，其中当面申请2件，信息处理费0元。' } }
    ],
    fail: [
      { note: '约190余件', text: { other: '收费通知约190余件，信息处理费0元。' } },
      { note: '193余件', text: { other: '收费通知193余件，信息处理费0元。' } },
      {
        note: '分项是确数，合计是概数',
        text: { other: '通知约200件，其中收费120件、不收费78件。信息处理费0元。' }
      },
      {
        note: '申请一处用“件”，一处用“条”',
        text: { other: '收到申请14件，答复申请14条。信息处理费0元。' }
      }
    ]
  }
}
