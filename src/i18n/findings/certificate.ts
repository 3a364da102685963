import type { Finding } from '../../core/checks/finding.ts'
import type { Proof } from '../../core/checks/proof.ts'
import { stateOf, sumsChecked } from '../../core/checks/state-of.ts'
import { openFindings, waivedFindings } from '../../core/findings/waivers.ts'
import { sections } from '../../core/form/sections.ts'
import type { Sheet, SheetCell } from '../../core/form/sheet.ts'
import { severities, type Report } from '../../core/report/report.ts'
import { checks } from '../zh/checks.ts'
import { common } from '../zh/common.ts'
import { sentence } from './findings.ts'
import { placeName } from './place.ts'

/**
 * The certificate of checks (检查证明) that goes with an export: how the report stood, what the rules
 * had to say and what was accepted with a reason. `findings` are all of the report; `proof` is that of
 * the exchange file beside it.
 */
export function certificate(report: Report, findings: readonly Finding[], proof: Proof): Sheet {
  const state = stateOf(report, findings)
  const open = openFindings(report, findings)
  const waived = waivedFindings(report, findings)
  const counts = severities.map((one) => `${checks.severity[one]} ${state.counts[one]} 处`)
  return {
    name: '检查证明',
    title: '政府信息公开工作年度报告检查证明',
    widths: [5, 14, 8, 8],
    headRows: 0,
    rows: [
      told('单位', report.unit.name),
      told('年度', `${report.year}年`),
      told('结论', common.verdict[state.verdict]),
      told('问题', [...counts, `已说明理由 ${waived.length} 处`].join('，')),
      told('法定数字', `${state.of} 个，已填 ${state.filled} 个`),
      told('合计', sumsText(report)),
      [
        { text: '部分', head: 'column', cols: 2 },
        { text: '状态', head: 'column' },
        { text: '已填', head: 'column' }
      ],
      ...state.sections.map(({ id, verdict, filled, of }) => {
        const section = sections.find((one) => one.id === id)
        return [
          { ...cell(`${section?.numeral ?? ''}、${section?.title ?? ''}`), cols: 2 },
          cell(common.verdict[verdict]),
          cell(of > 0 ? `${filled}/${of}` : '—')
        ]
      }),
      ...listed(
        ['程度', '问题', '位置'],
        open.map((one) => [
          checks.severity[one.severity],
          sentence(one, report).title,
          placeName(one.at, report)
        ])
      ),
      ...listed(
        ['已说明', '问题', '理由'],
        waived.map(({ finding, waiver: { reason, by, at } }) => [
          at.slice(0, 10),
          sentence(finding, report).title,
          by ? `${reason}（${by}）` : reason
        ])
      ),
      told('内容摘要', `SHA-256 ${proof.sha256}`),
      told('最后修改', report.updatedAt.slice(0, 10)),
      told('检查规则', `规则 ${proof.rules}，年报台 ${proof.app}`),
      told(
        '说明',
        '由年报台按规则逐条检查得出，不是签章。交换文件的内容修改后，与上面的摘要不再相符。'
      )
    ]
  }
}

const cell = (text: string): SheetCell => ({ text, align: 'left' })

const told = (name: string, text: string): SheetCell[] => [
  { text: name, head: 'row' },
  { text, align: 'left', cols: 3 }
]

/** Lines of three, under their heads; nothing where there are none. */
const listed = (
  [first = '', middle = '', last = '']: readonly string[],
  lines: readonly (readonly string[])[]
): SheetCell[][] =>
  lines.length === 0
    ? []
    : [
        [
          { text: first, head: 'column' },
          { text: middle, head: 'column' },
          { text: last, head: 'column', cols: 2 }
        ],
        ...lines.map(([mark = '', what = '', where = '']) => [
          cell(mark),
          cell(what),
          { ...cell(where), cols: 2 }
        ])
      ]

function sumsText(report: Report): string {
  const { held, broken, open } = sumsChecked(report)
  return [
    `${held} 处相符`,
    ...(broken > 0 ? [`${broken} 处不符`] : []),
    ...(open > 0 ? [`${open} 处有未填格，没有核对`] : [])
  ].join('，')
}
