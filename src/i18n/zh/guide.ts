import type { DutyKind } from '../../core/duties/duties.ts'

/** The steps of a first report, beside the report itself. */
export const guide = {
  title: '第一次填报',
  step: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
  back: '上一步',
  next: '下一步',
  skip: '不再显示',
  done: '看完了',
  go: '转到这里',
  steps: {
    sources: {
      name: '先把数字要齐',
      text: '表二的文件和许可、处罚、强制问法制机构，收费问财务；表三看依申请公开台账；表四问办理复议诉讼的人；平台数据问网站和新媒体的运维。'
    },
    last: {
      name: '读入上年报告',
      text: '上年的“结转下年度”就是今年的“上年结转”。选定上年报告，结转自动写好，上年的数显示在格子旁边，便于对照。'
    },
    tables: {
      name: '填三张表',
      text: '没有的填 0，不留空。合计自动算。可以从 Excel、Word 里整块复制，粘贴到第一格。'
    },
    text: {
      name: '写正文',
      text: '一、五、六部分和引言是文字。用“插入数字”引用表里的数，数改了，文字跟着改。'
    },
    findings: {
      name: '看检查结果',
      text: '红色方块是错误，改完才能正式导出；三角要确认，数字没错就说明理由。按 F8 逐条看。'
    },
    export: {
      name: '导出、报送',
      text: '导出 PDF 送审、公布，Word 供修改，网页贴进网站后台。1月31日前公布，上级通知更早的以通知为准。'
    }
  }
} as const

/** The calendar of duties. */
export const calendar = {
  action: '报送日程',
  title: (year: number) => `${year} 年度报告：报送日程`,
  kinds: {
    collect: {
      name: '开始收集数字',
      why: '统计期到 12月31日为止。向法制、财务、信息公开、网站运维收数。'
    },
    website: {
      name: '公布政府网站工作年度报表',
      why: '国办发〔2017〕47号。没有网站的单位不用。'
    },
    organ: {
      name: '向主管部门提交并公布年度报告',
      why: '条例第四十九条。'
    },
    region: {
      name: '公布本级政府年度报告',
      why: '条例第四十九条。'
    }
  } satisfies Record<DutyKind, { name: string; why: string }>,
  local: '上级通知',
  from: '起',
  until: '前',
  columns: { date: '日期', what: '事项', left: '还有' },
  left: (days: number) => (days > 0 ? `${days} 天` : days === 0 ? '今天' : `已过 ${-days} 天`),
  begun: '已开始',
  units: (names: readonly string[]) =>
    names.length > 3
      ? `${names.slice(0, 3).join('、')}等 ${names.length} 个单位`
      : names.join('、'),
  published: (n: number) => `已公布 ${n} 份`,
  allPublished: '已公布',
  reading: '正在读各份报告里的期限…',
  why: '日期按条例，报告的检查设置里写了上级通知期限的按通知。',
  file: (year: number) => `年报报送日程-${year}.ics`,
  save: '存为日历文件',
  saveWhy: '可导入 Outlook、手机和钉钉等的日历，提前 7 天和 1 天提醒。',
  over: '日期都已过，没有可提醒的。'
} as const
