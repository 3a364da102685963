import { isWithin, type MatchPlace } from '../../../findings/spotting.ts'

/**
 * A wrong word in the prose: what is certainly `meant`, or what it is `perhaps`, of which only a
 * person can say whether.
 */
export type WrongWord = { readonly problem: 'word'; readonly found: string } & (
  | {
      readonly meant: string
      readonly perhaps?: undefined
      readonly readings?: undefined
      readonly why?: undefined
    }
  | {
      readonly perhaps: string
      /** The readings to choose from, the likeliest first; absent where it may be right as it is. */
      readonly readings?: readonly string[]
      /** Why only a person can say: a sentence. */
      readonly why?: string
      readonly meant?: undefined
    }
)

/**
 * A slip of the pen frequent in official prose. Slips are written as text, one after another:
 *
 *     布暑→部署 完缮→完善
 *     布署→部署 前非:宣|发|公|颁|刊 后非:名
 *     及使→即使/及时 前非:以|涉 理:表示假设用“即使”，表示不拖延用“及时”。
 *
 * `前` and `后` are what must stand before or behind the wrong words, `前非` and `后非` what must not:
 * alternatives joined by |, as in a regular expression; ^ is the beginning of a paragraph. 发布署名文章
 * holds 布署 and is right. Where there are several right words, or `理` says that what stands there can
 * be right too, they are offered and nothing is certain.
 */
export interface WordSlip {
  readonly wrong: string
  readonly rights: readonly string[]
  /** Whether what stands before and behind lets these words be wrong. */
  readonly fits: (before: string, behind: string) => boolean
  /** Why only a person can say what is right: a sentence for the screen. */
  readonly reason?: string
  /** A spelling that documents were published in: in their titles it is right. */
  readonly older?: true
  /** In quotation marks it is wrong, too: names of web sites stand in them. */
  readonly quoted?: true
}

/** What a slip is told as, where it stands. What is quoted may be as it was published. */
export function toldAs(
  found: string,
  { rights, reason, older, quoted }: Omit<WordSlip, 'wrong' | 'fits'>,
  spot: MatchPlace
): WrongWord | undefined {
  const [right = ''] = rights
  if (isWithin(spot, '《', '》')) {
    const why = '书名号里的文字与原文件一致的，不改。'
    return older ? undefined : { problem: 'word', found, perhaps: right, why }
  }
  if (!quoted && isWithin(spot, '“', '”')) return { problem: 'word', found, perhaps: right }
  return reason === undefined && rights.length === 1
    ? { problem: 'word', found, meant: right }
    : { problem: 'word', found, perhaps: right, readings: rights, ...(reason && { why: reason }) }
}

const conditions = ['前', '前非', '后', '后非', '理'] as const
type Condition = (typeof conditions)[number]

const isCondition = (key: string): key is Condition =>
  (conditions as readonly string[]).includes(key)

/** Slips as text, taken apart. What does not read as a slip or a condition is left out. */
export function slipsIn(text: string): WordSlip[] {
  const read: { wrong: string; rights: string[]; said: Map<Condition, string> }[] = []
  for (const word of text.trim().split(/\s+/)) {
    const [wrong = '', right] = word.split('→')
    const [key = '', ...rest] = word.split(':')
    if (right !== undefined) read.push({ wrong, rights: right.split('/'), said: new Map() })
    else if (isCondition(key)) read.at(-1)?.said.set(key, rest.join(':'))
  }
  return read.map(({ wrong, rights, said }): WordSlip => {
    const reason = said.get('理')
    return { wrong, rights, fits: fitting(said), ...(reason !== undefined && { reason }) }
  })
}

/** Made when the words are met for the first time: most never are. */
function fitting(said: ReadonlyMap<Condition, string>): WordSlip['fits'] {
  const pattern = (key: Condition, around: (words: string) => string): RegExp | undefined => {
    const words = said.get(key)
    return words === undefined ? undefined : new RegExp(around(`(?:${words})`))
  }
  const make = () => ({
    after: pattern('前', (words) => `${words}$`),
    notAfter: pattern('前非', (words) => `${words}$`),
    before: pattern('后', (words) => `^${words}`),
    notBefore: pattern('后非', (words) => `^${words}`)
  })
  let made: ReturnType<typeof make> | undefined
  return (before, behind) => {
    made ??= make()
    const { after, notAfter, before: ahead, notBefore } = made
    return (
      (after?.test(before) ?? true) &&
      !notAfter?.test(before) &&
      (ahead?.test(behind) ?? true) &&
      !notBefore?.test(behind)
    )
  }
}
