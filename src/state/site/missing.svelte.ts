import { onServer, ours } from './version.ts'

/** Why code did not come: no server, another version there, or the server lacks a file of this one. */
export type WhyMissing = 'offline' | 'newer' | 'lacking'

/** As Chromium, Firefox and Safari say it of a script, and Vite of a stylesheet. */
const said = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i

/** Whether what was thrown is that a part of the app did not come. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && said.test(error.message)

async function whyMissing(): Promise<WhyMissing> {
  const server = await onServer()
  if (!server) return 'offline'
  return server.build && server.build !== ours.build ? 'newer' : 'lacking'
}

/** Parts of the app that did not come when they were asked for, whoever asked. */
export class MissingParts {
  why: WhyMissing | undefined = $state()

  constructor() {
    // Told by Vite of what the page loads, by src/formats/threads of what a thread loads.
    window.addEventListener('vite:preloadError', this.note)
  }

  note = async (): Promise<void> => {
    this.why = await whyMissing()
  }

  /** Opens the page anew, unless that would show nothing at all. */
  reopen = async (): Promise<void> => {
    await this.note()
    if (this.why !== 'offline') window.location.reload()
  }
}
