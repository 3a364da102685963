import type { Page } from '@playwright/test'

/**
 * A disk for the File System Access API: the browser's origin-private files have the same interface,
 * and no dialogs. The folder that is chosen is always 年报, a file has the name that is suggested.
 * Troubles of disks are turned on and off by `makeDiskTrouble`; permissions outlive a reload.
 */
type DiskTrouble = 'full' | 'gone' | 'locked' | 'none'

interface Faked {
  diskTrouble?: DiskTrouble
}

/** Runs in the page before any script. */
export function fakeDisk(): void {
  const faked = window as unknown as Faked
  const errors = {
    full: 'QuotaExceededError',
    gone: 'NotFoundError',
    locked: 'NoModificationAllowedError'
  }
  const check = (...troubles: DiskTrouble[]) => {
    const trouble = faked.diskTrouble
    if (trouble && trouble !== 'none' && troubles.includes(trouble))
      throw new DOMException('of the disk', errors[trouble])
  }
  const { createWritable } = FileSystemFileHandle.prototype
  FileSystemFileHandle.prototype.createWritable = async function (...options) {
    check('full', 'gone', 'locked')
    return createWritable.apply(this, options)
  }
  const { values } = FileSystemDirectoryHandle.prototype
  FileSystemDirectoryHandle.prototype.values = function () {
    check('gone')
    return values.apply(this)
  }
  const permission = 'test.permission'
  Object.assign(FileSystemHandle.prototype, {
    queryPermission: async () => localStorage.getItem(permission) ?? 'granted',
    requestPermission: async () => {
      if (!navigator.userActivation.isActive) throw new DOMException('', 'SecurityError')
      localStorage.setItem(permission, 'granted')
      return 'granted'
    }
  })
  Object.assign(window, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('年报', { create: true }),
    showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })
  })
}

export const makeDiskTrouble = (page: Page, trouble: DiskTrouble): Promise<void> =>
  page.evaluate((trouble) => {
    ;(window as unknown as Faked).diskTrouble = trouble
  }, trouble)

/** As after a restart of the browser: a press has to ask for the permission again. */
export const forgetPermission = (page: Page): Promise<void> =>
  page.evaluate(() => localStorage.setItem('test.permission', 'prompt'))

/** The text of a file on the disk; undefined where there is none. `folder` is inside the root. */
export const onDisk = (
  page: Page,
  name: string,
  ...folders: string[]
): Promise<string | undefined> =>
  page.evaluate(
    async ({ name, folders }) => {
      let folder = await navigator.storage.getDirectory()
      try {
        for (const one of folders) folder = await folder.getDirectoryHandle(one)
        return await (await (await folder.getFileHandle(name)).getFile()).text()
      } catch {
        return undefined
      }
    },
    { name, folders }
  )

/** Another program writes a file; then somebody comes back to the page. */
export async function writeOnDisk(
  page: Page,
  text: string,
  name: string,
  ...folders: string[]
): Promise<void> {
  await page.evaluate(
    async ({ text, name, folders }) => {
      let folder = await navigator.storage.getDirectory()
      for (const one of folders) folder = await folder.getDirectoryHandle(one, { create: true })
      const file = await folder.getFileHandle(name, { create: true })
      const stream = await file.createWritable()
      await stream.write(text)
      await stream.close()
    },
    { text, name, folders }
  )
  await comeBack(page)
}

/** Somebody comes back to the window from another program. */
export const comeBack = (page: Page): Promise<void> =>
  page.evaluate(() => void window.dispatchEvent(new Event('focus')))
