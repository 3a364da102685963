import { isRecord } from '../../core/report/json.ts'

/** What windows of the app tell one another; a later version may say more, and none may say less. */
export type Message =
  /** Another window wants to edit this report: save it and hand it over. */
  | { readonly kind: 'ask'; readonly report: string }
  /** The report was handed over, or is no longer edited; whoever asked for it may begin. */
  | { readonly kind: 'given'; readonly report: string }
  /** Which windows are open? */
  | { readonly kind: 'who' }
  /** This one is, with a title that tells people what is in it. */
  | { readonly kind: 'here'; readonly title: string }

const name = 'nianbao.windows'
let channel: BroadcastChannel | undefined
const listeners = new Set<(message: Message) => void>()

/** Tells the other windows; nobody may be there to hear it. */
export function tell(message: Message): void {
  joined()?.postMessage(message)
}

/** Calls back with what other windows tell, until the returned function is called. */
export function listen(listener: (message: Message) => void): () => void {
  joined()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** One channel of this window; undefined where the browser has none. */
function joined(): BroadcastChannel | undefined {
  if (channel || !('BroadcastChannel' in globalThis)) return channel
  try {
    channel = new BroadcastChannel(name)
  } catch {
    return undefined
  }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = read(data)
    if (message) for (const listener of [...listeners]) listener(message)
  }
  return channel
}

function read(data: unknown): Message | undefined {
  const { kind, report, title } = isRecord(data) ? data : {}
  if (kind === 'who') return { kind }
  if (kind === 'here') return typeof title === 'string' ? { kind, title } : undefined
  if ((kind === 'ask' || kind === 'given') && typeof report === 'string') return { kind, report }
  return undefined
}
