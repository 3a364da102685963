/** The File System Access API: Chromium 86 and later, over HTTPS, on localhost and from files. */

/** What of it is asked of a handle; TypeScript does not know these yet. */
interface Permitting {
  queryPermission?: (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  requestPermission?: (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

interface FileWish {
  readonly id: string
  readonly suggestedName: string
  readonly types: readonly { description: string; accept: Record<string, readonly string[]> }[]
}

interface FolderWish {
  readonly id: string
  readonly mode: 'readwrite'
}

declare global {
  interface Window {
    showSaveFilePicker?: (wish: FileWish) => Promise<FileSystemFileHandle>
    showDirectoryPicker?: (wish: FolderWish) => Promise<FileSystemDirectoryHandle>
  }
}

/** What a person chose, or why there is nothing. */
export type Picked<Handle> =
  | { readonly ok: true; readonly handle: Handle }
  | { readonly ok: false; readonly reason: 'cancelled' | Trouble }

/** Why a file or folder cannot be read or written. */
export type Trouble =
  /** The browser, or the person, lets this page no longer do it. */
  | 'denied'
  /** Moved, renamed, deleted, or on a disk that is not plugged in. */
  | 'missing'
  /** Write-protected, or held by another program. */
  | 'locked'
  /** No room on that disk. */
  | 'full'
  | 'failed'

/** Whether this browser can keep a file on the disk up to date. */
export const canBind = (): boolean =>
  typeof window.showSaveFilePicker === 'function' &&
  typeof window.showDirectoryPicker === 'function'

/** Asks where the file of a report shall be; only in answer to a press. */
export const pickFile = (suggestedName: string): Promise<Picked<FileSystemFileHandle>> =>
  picked(() =>
    window.showSaveFilePicker?.({
      id: 'nianbao',
      suggestedName,
      types: [{ description: '年报台交换文件', accept: { 'application/json': ['.json'] } }]
    })
  )

/** Asks for the folder of the library; only in answer to a press. */
export const pickFolder = (): Promise<Picked<FileSystemDirectoryHandle>> =>
  picked(() => window.showDirectoryPicker?.({ id: 'nianbao-library', mode: 'readwrite' }))

async function picked<Handle>(ask: () => Promise<Handle> | undefined): Promise<Picked<Handle>> {
  try {
    const handle = await ask()
    return handle ? { ok: true, handle } : { ok: false, reason: 'failed' }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError')
      return { ok: false, reason: 'cancelled' }
    return { ok: false, reason: troubleOf(error) }
  }
}

/** Whether a handle may be used now; `prompt`: a press has to ask first, as after a restart. */
export async function permissionOf(
  handle: FileSystemHandle & Permitting
): Promise<PermissionState> {
  return (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
}

/** Asks for it; only in answer to a press. */
export async function askPermission(handle: FileSystemHandle & Permitting): Promise<boolean> {
  try {
    return (await handle.requestPermission?.({ mode: 'readwrite' })) !== 'denied'
  } catch {
    return false
  }
}

const troubles: Readonly<Record<string, Trouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  TypeMismatchError: 'missing',
  NoModificationAllowedError: 'locked',
  InvalidStateError: 'locked',
  QuotaExceededError: 'full'
}

/** What a failed reading or writing means. */
export const troubleOf = (error: unknown): Trouble =>
  (error instanceof DOMException && troubles[error.name]) || 'failed'
