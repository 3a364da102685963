const time = (at: Date): string =>
  `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`

/** Another state of a report that is already in the library. */
export const versions = {
  action: '逐项比较',
  standing: {
    same: '这份报告已在库里，内容相同。',
    newer: '文件里的比库里的新。库里的没有动。',
    older: '文件里的比库里的旧。库里的没有动。',
    diverged: '两边都改过，谁也不比谁新。库里的没有动。'
  },
  title: '同一份报告的两个样子',
  why: '选定并合并之前，库里的没有改动；合并时先留一份原样。',
  state: (rev: number, at: string) => `第 ${rev} 次保存，${time(new Date(at))}`,
  place: '哪里不同',
  here: '库里的',
  there: '文件里的',
  allHere: '全用库里的',
  allThere: '全用文件里的',
  empty: '没有写',
  count: (all: number, theirs: number) => `${all} 处不同，${theirs} 处用文件里的`,
  settle: '按所选合并',
  keep: '库里的不动',
  settled: (n: number) => (n ? `已合并，${n} 处用了文件里的。` : '库里的没有改动。'),
  conflict: '没有合并：这份报告刚被另一个窗口改过，再比较一次。',
  failed: '没有合并：浏览器存储已满或没有写入，库里的没有动。'
} as const
