/** The list of findings. */
export const checks = {
  title: '检查结果',
  severity: { error: '错误', warning: '待确认', hint: '提示' },
  only: (name: string, count: number) => `只看${name}，${count} 条`,
  none: '没有问题。数字齐了，合计都对，可以报送。',
  noneOfKind: '没有这一类。',
  locate: '定位',
  notThis: '不是这一格',
  explain: '数字没错，说明理由',
  reason: '理由',
  reasonHint: '写一句给看报告的人，例如：本年没有收到申请。',
  accept: '记下理由',
  explained: (count: number) => `已说明理由 ${count}`,
  withdraw: '取消理由',
  mended: (what: string) => `${what}。`,
  undo: '撤销',
  help: {
    why: '为什么查这一项',
    all: '全部检查项',
    search: '找检查项',
    noneFound: '没有这样的检查项。',
    passes: '合要求的例子',
    faults: '不合要求的例子',
    unknown: '本版不认识这一项，由别的版本写入，留着不动。'
  }
} as const
