import type { textYearRules } from '../figures/text-years.ts'
import type { yearRules } from '../rules/years.ts'
import type { Examples } from './example.ts'

const problems =
  '存在的问题：一是解读形式单一，以文字为主；二是专栏检索不便，群众查找费时；三是个别科室更新不及时。上年问题已经整改。改进情况：增加图解问答，改版专栏，按季通报。'

/** Examples of the rules about years. Long, for each rule has several of both kinds. */

/** Five years, the last of them last year. */
const steady = [118, 125, 121, 133, 118]

export const yearExamples: Record<keyof typeof yearRules | keyof typeof textYearRules, Examples> = {
  'Y-CARRY': {
    pass: [
      { note: '上年结转 3，2024 年报告结转下年度 3', last: {} },
      { note: '没有上年报告，不比较' }
    ],
    fail: [
      {
        note: '2024 年报告结转下年度 5，本年上年结转 3',
        last: { cells: { 'requests.carriedOut.natural': 5, 'requests.carriedOut.total': 5 } }
      }
    ]
  },
  'Y-VALID': {
    pass: [{ note: '上年 18 + 制发 2 − 废止 1 = 19', last: {} }],
    fail: [{ note: '现行有效填 25', cells: { 'disclosure.normative.inForce': 25 }, last: {} }]
  },
  'Y-JUMP': {
    pass: [
      { note: '118 到 130', last: {} },
      { note: '1 到 9：数值较小，不比较', cells: { 'remedies.review.upheld': 9 }, last: {} }
    ],
    fail: [
      { note: '118 到 9487', cells: { 'disclosure.licensing.decisions': 9487 }, last: {} },
      { note: '118 到 2', cells: { 'disclosure.licensing.decisions': 2 }, last: {} }
    ]
  },
  'Y-UNUSUAL': {
    pass: [
      { note: '历年 120 上下，本年 130', history: { 'disclosure.licensing.decisions': steady } },
      {
        note: '只有四年的数，不比较',
        cells: { 'disclosure.licensing.decisions': 260 },
        history: { 'disclosure.licensing.decisions': steady.slice(1) }
      },
      {
        note: '多数年份是 0，不比较',
        history: { 'disclosure.licensing.decisions': [0, 0, 0, 0, 6, 30] }
      }
    ],
    fail: [
      {
        note: '历年 120 上下，本年 260',
        cells: { 'disclosure.licensing.decisions': 260 },
        history: { 'disclosure.licensing.decisions': steady }
      },
      {
        note: '历年 120 上下，本年 31',
        cells: { 'disclosure.licensing.decisions': 31 },
        history: { 'disclosure.licensing.decisions': steady }
      }
    ]
  },
  'Y-SAME': {
    pass: [
      { note: '各表都有变化', last: {} },
      {
        note: '两年都没有复议诉讼，全是 0',
        cells: { 'remedies.review.upheld': 0, 'remedies.review.total': 0 },
        last: { cells: { 'remedies.review.upheld': 0, 'remedies.review.total': 0 } }
      }
    ],
    fail: [
      {
        note: '表四与上年逐格相同',
        last: { cells: { 'remedies.review.upheld': 2, 'remedies.review.total': 2 } }
      }
    ]
  },
  'Y-TEXTDUP': {
    pass: [
      { note: '问题不同', text: { problems }, last: { text: { problems: '新的专栏刚刚开通，' } } }
    ],
    fail: [
      { note: '没有修改', text: { problems }, last: { text: { problems } } },
      {
        note: '大部分相同',
        text: { problems },
        last: {
          text: {
            problems: problems.replace('按季通报', '培训人员').replace('三是个别', '三是少数')
          }
        }
      }
    ]
  },
  'Y-TEXTOLD': {
    pass: [
      {
        note: '上年的句子，数字已修改',
        text: { other: '全年发出信息处理费收费通知3件，收取350元。' },
        last: { text: { other: '全年发出信息处理费收费通知2件，收取280元。' } }
      },
      {
        note: '没有可报告的事项，各年写法相同',
        text: { other: '2025年没有收取信息处理费，也没有其他需要报告的事项。' },
        last: { text: { other: '2024年没有收取信息处理费，也没有其他需要报告的事项。' } }
      },
      { note: '没有上年报告，不比较' }
    ],
    fail: [
      {
        note: '带数字的句子与上年完全相同',
        text: { other: '全年发出信息处理费收费通知2件，收取280元。' },
        last: { text: { other: '全年发出信息处理费收费通知2件，收取280元。' } }
      },
      {
        note: '只修改年份',
        text: { other: '2025年发出信息处理费收费通知2件，收取280元。' },
        last: { text: { other: '2024年发出信息处理费收费通知2件，收取280元。' } }
      }
    ]
  },
  'Y-TITLEYEAR': {
    pass: [
      {
        note: '引言写 2025 年',
        text: {
          leadIn:
            '根据条例编制清川市档案局2025年政府信息公开工作年度报告。统计期限为2025年1月1日至12月31日。可在网站下载。电话：0000-1234567。'
        }
      },
      {
        note: '与上年的报告相比',
        text: { leadIn: '根据条例编制，与2024年政府信息公开工作年度报告相比，体例没有变化。' }
      }
    ],
    fail: [
      {
        note: '引言仍写 2024 年',
        text: { leadIn: '根据条例编制清川市档案局2024年政府信息公开工作年度报告。' }
      }
    ]
  },
  'Y-TEXTYEAR': {
    pass: [
      { note: '2025年收到申请14件', text: { overview: '2025年收到申请14件。' } },
      {
        note: '提到其他年份的文件',
        text: { other: '按《2024年收到的意见》改进，信息处理费0元。' }
      },
      { note: '上年制定的文件', text: { overview: '2024年制定的规范性文件继续有效。' } },
      { note: '两年相比', text: { overview: '2024年发布300条，2025年发布312条。' } }
    ],
    fail: [
      { note: '2024年收到申请14件', text: { overview: '2024年收到申请14件。' } },
      {
        note: '年份和动词之间写了机关名称',
        text: { overview: '2024年，清川市档案局共收到政府信息公开申请14件。' }
      },
      { note: '截至上年年底', text: { overview: '截至2024年12月31日，发布信息312条。' } }
    ]
  },
  'Y-EARLY': {
    pass: [
      {
        note: '上年的报告本年公布',
        text: { other: '2024年年度报告于2025年1月15日公布，信息处理费0元。' }
      },
      {
        note: '本年的报告下年公布',
        text: { other: '2025年年度报告将于2026年1月15日公布，信息处理费0元。' }
      }
    ],
    fail: [
      {
        note: '本年的报告写成本年公布',
        text: { other: '完成2025年年度报告，并于2025年1月15日前公布，信息处理费0元。' }
      }
    ]
  },
  'Y-PERIOD': {
    pass: [
      { note: '2025年1月1日至2025年12月31日' },
      {
        note: '2025年01月01日至2025年12月31日，另写公开期限',
        text: {
          leadIn:
            '统计期限为2025年01月01日至2025年12月31日，公开期限为2026年1月20日至2026年12月31日。'
        }
      },
      { note: '2025年1月-12月', text: { leadIn: '数据统计期限为2025年1月-12月。' } }
    ],
    fail: [
      {
        note: '缺“日”字',
        text: { leadIn: '统计期限自2025年1月1日起至2025年12月31止。' }
      },
      {
        note: '年字错位',
        text: { leadIn: '统计期限自20251月1日起至202512月31日止。' }
      },
      {
        note: '年份没有修改',
        text: { leadIn: '统计期限为2024年1月1日至2024年12月31日。' }
      },
      { note: '点号写的年份没有修改', text: { leadIn: '统计期限为2024.1.1-2024.12.31。' } },
      { note: '不是全年', text: { leadIn: '统计期限为2025年1月1日至2025年11月30日。' } }
    ]
  }
}
