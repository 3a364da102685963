import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../../../src/core/checks/examples/examples.ts'
import {
  copiedMarkup,
  copiedText,
  writtenIn
} from '../../../../../src/ui/prose/text/quotes/clipboard.ts'

const report = exampleReport({
  note: '',
  charts: [{ id: 'c', title: '关注用户', type: 'bar', metrics: [], scale: 'linear', alt: '' }]
})
const other = { ...report, id: '3f2504e0-4f89-41d3-9a0c-0305e82c3303' }

const texts = [
  '新收{{requests.received.total}}件。',
  '占{{share:requests.granted.total/requests.handled.total}}，"引号"<b>&amp;',
  '甲\n\n{{chart:c}}\n乙',
  '{{median:x}}{{',
  '半个字\ud800，\u0007。'
]

describe('what is copied', () => {
  it.each([
    ['新收{{requests.received.total}}件。', '新收14件。'],
    ['占{{share:requests.granted.total/requests.handled.total}}。', '占68.8%。'],
    ['如图：\n{{chart:c}}', '如图：\n关注用户'],
    ['{{median:x}}{{', '{{median:x}}{{']
  ])('%s reads as %s', (text, copied) => {
    expect(copiedText(report, text)).toBe(copied)
  })

  it.each(texts)('%j comes back into its report as it was written', (text) => {
    expect(writtenIn(report, copiedMarkup(report, text))).toBe(text)
  })

  it.each(texts)('%j is no more than its numbers to another report', (text) => {
    expect(writtenIn(other, copiedMarkup(report, text))).toBeUndefined()
  })

  it('what other programs copy is not taken for it', () => {
    expect(writtenIn(report, '<p>新收14件</p>')).toBeUndefined()
    expect(writtenIn(report, `<p>${report.id}</p>`)).toBeUndefined()
    expect(writtenIn(report, '')).toBeUndefined()
    for (const letters of ['%', '%22', '1', '{}', '"><img src=x onerror=alert(1)>']) {
      expect(writtenIn(report, `<p data-written="${report.id} ${letters}">`)).toBeUndefined()
    }
  })
})
