import { mount, unmount } from 'svelte'
import { shellOf, type Shell } from './shell.ts'

/** A file to hand over, with its media type. */
export interface Download {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Hands a file to the browser's download. False where the program around the page has none: then a
 * dialog says so, and offers what can be taken along in another way.
 */
export function download(file: Download): boolean {
  const shell = shellOf(navigator.userAgent)
  if (shell) {
    void offer(file, shell)
    return false
  }
  const url = URL.createObjectURL(new Blob([file.bytes], { type: file.mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The browser takes the address up in the same turn; kept a minute for those that do not.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return true
}

/** Files are made all over the app; what cannot be handed over is shown above any of it. */
async function offer(file: Download, shell: Shell): Promise<void> {
  const { default: Undelivered } = await import('./Undelivered.svelte')
  const onclose = (): void => void unmount(dialog)
  const dialog = mount(Undelivered, { target: document.body, props: { ...file, shell, onclose } })
}
