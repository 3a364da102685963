import { describe, expect, it } from 'vitest'
import { channelKindOf, channelKinds, proseKinds } from '../../../src/core/report/channel-kinds.ts'

describe('the kinds of platforms', () => {
  it('are each one kind, by id, by name and by short name', () => {
    for (const key of ['id', 'name', 'short'] as const) {
      expect(new Set(channelKinds.map((kind) => kind[key])).size).toBe(channelKinds.length)
    }
    for (const kind of channelKinds) expect(channelKindOf(kind.id)).toBe(kind)
  })

  const kindIn = (text: string) => proseKinds.find(({ words }) => words.test(text))?.kind

  it.each(proseKinds)(
    '$kind: prose that calls it $name is understood',
    ({ kind, name, behind }) => {
      expect(kindIn(name)).toBe(kind)
      expect(kindIn(`清川科技${behind}`)).toBe(kind)
    }
  )

  it.each([
    ['微信', 'wechat'],
    ['微信服务号', 'wechatService'],
    ['微信视频号', 'video'],
    ['今日头条', 'toutiao'],
    ['B站', 'bilibili'],
    ['手机app', 'app'],
    ['政务网', 'website']
  ])('%s is %s', (text, id) => {
    expect(kindIn(text)).toBe(id)
  })

  it('of web sites stand in one return, all others in the register', () => {
    expect(channelKinds.filter((kind) => kind.return === 'website').map(({ id }) => id)).toEqual([
      'website'
    ])
  })
})
