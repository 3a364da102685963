/** Hands a file to the browser's download. */
export function download({
  name,
  mime,
  bytes
}: {
  name: string
  mime: string
  bytes: Uint8Array<ArrayBuffer>
}): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the address up in the same turn; kept a minute for those that do not.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
