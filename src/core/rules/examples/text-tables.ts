import type { textTableRules } from '../text-tables.ts'
import type { Example, Examples } from './example.ts'

const other = (note: string, words: string, more: Omit<Example, 'note'> = {}): Example => ({
  note,
  text: { other: `${words}信息处理费0元。` },
  ...more
})

export const textTableExamples: Record<keyof typeof textTableRules, Examples> = {
  'X-NEW': {
    pass: [
      other('收到申请14件，表三新收 14', '收到政府信息公开申请14件。'),
      other('连同上年结转的 3 件说成 17 件', '全年受理申请17件。'),
      other('说的是上一年', '2024年收到申请12件。'),
      other('概数不比', '收到申请约20件。'),
      other('引用表格的数', '收到申请{{requests.received.total}}件。')
    ],
    fail: [other('收到申请16件，表三新收 14', '全年收到政府信息公开申请16件。')]
  },
  'X-DONE': {
    pass: [
      other('答复申请16件', '对申请全部答复16件。'),
      other('办结的是留言', '对留言申请办结99件。')
    ],
    fail: [other('答复15件，表三总计 16', '收到的申请已答复15件。')]
  },
  'X-IN': {
    pass: [other('上年结转3件', '申请中上年结转3件。')],
    fail: [other('上年结转2件，表三为 3', '申请中上年结转2件。')]
  },
  'X-OUT': {
    pass: [other('结转下年1件', '申请结转下年1件。')],
    fail: [other('结转下年度4件，表三为 1', '申请结转下年度4件。')]
  },
  'X-NAT': {
    pass: [other('自然人12件', '申请中自然人12件。')],
    fail: [other('自然人10件，表三为 12', '申请中自然人10件。')]
  },
  'X-LEG': {
    pass: [other('法人2件', '申请中法人或其他组织2件。')],
    fail: [other('法人4件，表三为 2', '申请中法人或其他组织4件。')]
  },
  'X-CLASS': {
    pass: [
      other('予以公开11件', '对申请予以公开11件，无法提供5件。'),
      other('合起来说', '对申请予以公开和部分公开11件。')
    ],
    fail: [
      other('予以公开9件，表三为 11', '对申请予以公开9件。'),
      other('无法提供6件，表三为 5', '对申请无法提供6件。')
    ]
  },
  'X-PCT': {
    pass: [other('5/16 = 31.3%', '对申请无法提供5件（31.3%）。')],
    fail: [other('5/16 不是 33.9%', '对申请无法提供5件（占33.9%）。')]
  },
  'X-REV': {
    pass: [other('行政复议2件', '因政府信息公开被申请行政复议2件。')],
    fail: [other('行政复议3件，表四为 2', '因政府信息公开被申请行政复议3件。')]
  },
  'X-LIT': {
    pass: [other('行政诉讼0件', '因政府信息公开引发行政诉讼0件。')],
    fail: [other('行政诉讼1件，表四为 0', '因政府信息公开引发行政诉讼1件。')]
  },
  'X-WIN': {
    pass: [other('均维持，表四没有纠正和未审结', '复议结果均维持。')],
    fail: [
      other('均维持，表四纠正 1', '复议结果均维持。', {
        cells: { 'remedies.review.corrected': 1, 'remedies.review.total': 3 }
      }),
      other('均维持，表四未审结 1', '复议结果均维持。', {
        cells: { 'remedies.direct.pending': 1, 'remedies.direct.total': 1 }
      })
    ]
  },
  'X-T2': {
    pass: [other('行政处罚12件', '制发规范性文件2件，公开行政处罚12件。')],
    fail: [
      other('行政处罚32件，表二为 12', '公开行政处罚32件。'),
      other('制发规范性文件4件，表二为 2', '制发规范性文件4件。')
    ]
  },
  'X-SPLIT': {
    pass: [other('9 + 7 不超过 20', '共发布信息20条，其中动态9条、公告7条。')],
    fail: [other('1 + 2 超过 1', '共发布信息1条，其中动态1条、公告2条。')]
  },
  'X-NOZERO': {
    pass: [other('收到了，也说收到', '收到申请14件。')],
    fail: [other('未收到，表三新收 14', '截至目前，未收到政府信息公开的申请。')]
  }
}
