import { expect, it } from 'vitest'
import { channelNameFault } from '../../../src/core/platforms/naming.ts'
import { channel, reportOf } from './figures.ts'

const report = reportOf([channel('w', 'wechat', '清川档案')], [])

it.each([
  ['', 'wechat', undefined, 'empty'],
  [' \u3000', 'wechat', undefined, 'empty'],
  ['清川档案', 'wechat', undefined, 'twice'],
  [' 清川档案', 'wechat', undefined, 'twice'],
  ['清川档案', 'weibo', undefined, undefined],
  ['清川档案', 'wechat', 'w', undefined],
  ['清川兰台', 'wechat', undefined, undefined]
] as const)('“%s” as the name of a %s (%s): %s', (name, kind, id, fault) => {
  expect(channelNameFault(report, { kind, name, ...(id && { id }) })).toBe(fault)
})
