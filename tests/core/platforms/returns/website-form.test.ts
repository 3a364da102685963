import { describe, expect, it } from 'vitest'
import type { ChannelKind } from '../../../../src/core/report/channel-kinds.ts'
import { headColumns, websiteRows } from '../../../../src/core/platforms/returns/website-form.ts'
import { channel, reportOf } from '../figures.ts'

const site = channel('s', 'website', '科技之窗')
const rowsWith = (...kinds: readonly ChannelKind[]) =>
  websiteRows(
    reportOf([site, ...kinds.map((kind, i) => channel(`a${i}`, kind, `清川${i}`))], []),
    site
  )
/** Every row with all heads that stand before its answer. */
const pathsOf = (rows: ReturnType<typeof rowsWith>): string[] => {
  const open: { text: string; left: number }[] = []
  return rows.map(({ heads }) => {
    for (const one of open) one.left--
    while (open.length > 0 && open.at(-1)?.left === 0) open.pop()
    heads.forEach(({ text, rows: down }) => open.push({ text, left: down }))
    return open.map(({ text }) => text).join(' ')
  })
}

describe('the return of a web site', () => {
  it('has its parts in the order of the decree', () => {
    const parts = rowsWith().flatMap(({ heads }) =>
      heads.length > 1 || (heads[0]?.cols ?? 0) < headColumns ? [heads[0]?.text ?? ''] : []
    )
    const order = [
      '信息发布（单位：条）',
      '专栏专题（单位：个）',
      '解读回应',
      '办事服务',
      '互动交流',
      '安全防护',
      '移动新媒体',
      '创新发展'
    ]
    expect(parts.filter((part) => order.includes(part))).toEqual(order)
  })

  it.each([
    '填报单位',
    '独立用户访问总量（单位：个）',
    '网站总访问量（单位：次）',
    '信息发布（单位：条） 总数',
    '专栏专题（单位：个） 新开设数量',
    '解读回应 解读信息发布 总数（单位：条）',
    '解读回应 解读信息发布 媒体评论文章数量（单位：篇）',
    '解读回应 回应公众关注热点或重大舆情数量（单位：次）',
    '办事服务 可全程在线办理政务服务事项数量（单位：项）',
    '办事服务 办件量（单位：件） 法人办件量',
    '互动交流 留言办理 平均办理时间（单位：天）',
    '互动交流 征集调查 公布调查结果期数（单位：期）',
    '互动交流 在线访谈 答复网民提问数量（单位：条）',
    '移动新媒体 微博 关注量（单位：个）',
    '移动新媒体 微信 订阅数（单位：个）',
    '创新发展 搜索即服务'
  ])('asks for %s', (path) => {
    expect(pathsOf(rowsWith('weibo', 'wechat'))).toContain(path)
  })

  it.each<[readonly ChannelKind[], string, readonly string[]]>([
    [[], '否', []],
    [['weibo', 'wechat', 'wechatService'], '是', ['清川0', '清川1', '清川2']],
    [['douyin', 'weibo'], '是', ['清川1']]
  ])('names the accounts: %j', (kinds, has, named) => {
    const rows = rowsWith(...kinds)
    const known = (of: RegExp) =>
      rows.flatMap(({ name, item }) => (item.kind === 'known' && of.test(name) ? [item.text] : []))
    expect(known(/^是否有移动新媒体$/)).toEqual([has])
    expect(known(/^(?:微博|微信)名称$/)).toEqual(named)
    expect(known(/^移动新媒体其他$/)).toEqual([kinds.includes('douyin') ? '清川0（抖音）' : ''])
  })

  it('covers every place of its heads once, and calls no two answers alike', () => {
    const rows = rowsWith('weibo', 'weibo', 'wechat', 'app')
    const covered = rows.map(() => 0)
    rows.forEach(({ heads }, r) => {
      for (const { rows: down, cols } of heads)
        for (let i = r; i < r + down; i++) covered[i] = (covered[i] ?? 0) + cols
    })
    expect(new Set(covered)).toEqual(new Set([headColumns]))
    const names = rows.flatMap(({ name, item }) => (item.kind === 'known' ? [] : [name]))
    expect(new Set(names).size).toBe(names.length)
  })
})
