import type { Previous, Report } from '../../../src/core/report/report.ts'
import { guessUnit, newReport } from '../../../src/core/report/new-report.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { applicants } from '../../../src/core/form/requests.ts'
import { below, sizes, validCells } from '../report/reports.ts'

/** Complete reports of many invented units in the words that such units use, none of them faulty. */

const units = [
  '清川市人民政府',
  '青石县人民政府',
  '清川市河东区人民政府',
  '青石县南塘镇人民政府',
  '清川市河东区北园街道办事处',
  '清川市档案局',
  '青石县水务局',
  '东陵省人民政府',
  '东陵省林业厅',
  '清川市人力资源和社会保障局',
  '青石县地方志编研中心'
]

const bases = [
  '根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。',
  '依照条例第五十条的规定编制本报告，由六个部分组成。',
  '按照上级通知要求，现公布{unit}{year}年政府信息公开工作年度报告。'
]
const periods = [
  '所列数据的统计期限为{year}年1月1日至{year}年12月31日。',
  '数据统计期限自{year}年1月1日至12月31日。',
  '本报告统计期限：{year}年1月1日至{year}年12月31日。'
]
const contacts = [
  '电子版可在清川市人民政府门户网站（www.example.gov.cn）“政府信息公开”专栏下载。如有疑问，与本机关办公室联系，地址：清川市中山路12号，邮编：000000，电话：0000-1234567。',
  '可登录门户网站下载。联系电话 0000-7654321，邮箱 bgs@example.gov.cn。'
]

const openness = [
  '全年主动公开政府信息{n}条，其中门户网站{m}条。',
  '通过网站、公告栏和公众号发布各类信息{n}条，回应群众关切{k}次。',
  '围绕重点工作及时公开，全年发布政策解读{k}篇、图解{k}幅，召开新闻发布会{k}场。',
  '规范性文件公开率100%，废止和失效的文件都已标注。'
]
const requests = [
  '健全登记、审核、办理、答复、归档的流程，答复均在法定期限内。',
  '新收政府信息公开申请{received}件，按期办理。',
  '答复文书使用统一格式，疑难件会同法律顾问研究。'
]
const management = [
  '落实信息发布三审三校，清理失效内容{k}条。',
  '逐件明确公文公开属性，动态调整主动公开目录。',
  '开展规范性文件清理，历史文件完成归集。'
]
const platforms = [
  '专栏改版上线，检索和下载更加方便，公众号推送{n}条。',
  '维护“政府信息公开”专栏{k}个，集约化平台运行平稳。',
  '设立政务公开专区{k}处，配备查询设备。'
]
const guarantees = [
  '组织培训{k}次，开展季度自查，没有发生责任追究情形，社会评议结果良好，公开工作纳入年度考核。',
  '公开工作列入绩效考核，占4分；聘请监督员参加社会评议；全年没有需要责任追究的情形。'
]

const faults = [
  '一是主动公开的深度不够，二是政策解读质量不高。',
  '主要问题：信息更新不及时，部分栏目内容较少；业务人员更换多，能力还需提升。',
  '公开形式单一，互动不足，群众参与度有待提高。',
  '基层基础薄弱，平台检索偏慢，数据归集仍需加强。'
]
const remediesOfThem = [
  '下一步，加大解读力度，健全考核，每季度通报一次。',
  '针对上述情况，将组织轮训，优化栏目，把公开嵌入办文流程。',
  '改进措施：完善制度，强化培训，拓展渠道。',
  '{next}年着力完善平台功能，提升服务质量。'
]
const lookingBack = [
  '上年提出的检索不便已经解决。',
  '针对{last}年指出的解读形式少，已增加图解和视频。'
]

const others = [
  '本年度没有收取信息处理费。没有其他需要报告的事项。',
  '按照《政府信息公开信息处理费管理办法》，本年度发出收费通知0件，收取信息处理费0元。',
  '收取信息处理费{k}元。人大代表建议和政协提案办理结果均已公开。'
]

export function ordinaryReport(next: () => number): Report {
  const pick = (list: readonly string[]): string => list[below(next, list.length)] ?? ''
  const some = (list: readonly string[]): string => {
    const texts = list.filter(() => next() < 0.5)
    return (texts.length ? texts : [pick(list)]).join('')
  }
  const year = 2021 + below(next, 6)
  const name = pick(units)
  const report = newReport(name, year)
  const spans = Object.values(sizes)
  const cells = validCells(next, spans[below(next, spans.length)] ?? 25)
  const known = next() < 0.5
  const filled = (text: string): string =>
    text
      .replaceAll('{unit}', name)
      .replaceAll('{year}', String(year))
      .replaceAll('{next}', String(year + 1))
      .replaceAll('{last}', String(year - 1))
      .replaceAll('{received}', String(cells['requests.received.total']))
      .replaceAll('{n}', () => String(200 + below(next, 2000)))
      .replaceAll('{m}', () => String(10 + below(next, 150)))
      .replaceAll('{k}', () => String(1 + below(next, 40)))
  const aspect = (heading: string, list: readonly string[]): string =>
    next() < 0.5 ? `${heading}\n${some(list)}` : `${heading}。${some(list)}`
  const text = {
    leadIn: filled(pick(bases) + pick(periods) + pick(contacts)),
    overview: filled(
      [
        aspect('（一）主动公开', openness) + `全年公开信息${200 + below(next, 900)}条。`,
        aspect('（二）依申请公开', requests),
        aspect('（三）政府信息管理', management),
        aspect('（四）政府信息公开平台建设', platforms),
        aspect('（五）监督保障', [pick(guarantees)])
      ].join('\n')
    ),
    problems: filled(
      [known || next() < 0.3 ? pick(lookingBack) : '', some(faults), some(remediesOfThem)].join(
        next() < 0.3 ? '\n' : ''
      )
    ),
    other: filled(pick(others))
  }
  const unit = { ...report.unit, ...guessUnit(name) }
  return {
    ...report,
    unit,
    cells,
    text,
    ...(known && { previous: before(next, year, cells, text) })
  }
}

/** Last year's report of the same unit, which led to this year's figures. */
function before(
  next: () => number,
  year: number,
  cells: Report['cells'],
  text: Report['text']
): Previous {
  const last: Record<FieldId, number | null> = { ...validCells(next, sizes.town) }
  for (const { id } of applicants) {
    last[`requests.carriedOut.${id}`] = cells[`requests.carriedIn.${id}`]
  }
  for (const kind of ['rules', 'normative'] as const) {
    const [issued, repealed, inForce] = (['issued', 'repealed', 'inForce'] as const).map(
      (count) => cells[`disclosure.${kind}.${count}`] ?? 0
    )
    last[`disclosure.${kind}.inForce`] = (inForce ?? 0) - (issued ?? 0) + (repealed ?? 0)
  }
  return {
    year: year - 1,
    cells: last,
    text: { ...text, problems: '存在的问题是检索不便、解读形式少，需要改进。' },
    metrics: [],
    final: next() < 0.7
  }
}
