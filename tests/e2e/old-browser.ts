/**
 * Takes away from the page what Chromium got after version 100, the oldest we support, so that the
 * browser tests fail where the app or a library relies on it. Runs in the page before any script.
 */
export function makeOld(): void {
  const remove = (owner: object | undefined, ...names: string[]): void => {
    for (const name of names) if (owner) Reflect.deleteProperty(owner, name)
  }
  const sorted = ['toSorted', 'toReversed', 'toSpliced', 'with']
  remove(Array.prototype, ...sorted)
  remove(Reflect.getPrototypeOf(Uint8Array.prototype) ?? undefined, ...sorted)
  remove(Array, 'fromAsync')
  remove(ArrayBuffer.prototype, 'transfer', 'transferToFixedLength', 'resize')
  remove(Uint8Array, 'fromBase64', 'fromHex')
  remove(Uint8Array.prototype, 'toBase64', 'toHex')
  remove(Object, 'groupBy')
  remove(Map, 'groupBy')
  remove(Map.prototype, 'getOrInsert', 'getOrInsertComputed')
  remove(Promise, 'withResolvers', 'try')
  remove(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference')
  remove(Set.prototype, 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom')
  remove(String.prototype, 'isWellFormed', 'toWellFormed')
  remove(RegExp, 'escape')
  remove(Math, 'sumPrecise', 'f16round')
  remove(URL, 'canParse', 'parse')
  remove(AbortSignal, 'any', 'timeout')
  remove(Blob.prototype, 'bytes')
  remove(Response.prototype, 'bytes')
  remove(CSS, 'highlights')
  remove(Element.prototype, 'setHTML', 'setHTMLUnsafe', 'moveBefore')
  remove(HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover', 'inert')
  remove(HTMLDialogElement.prototype, 'requestClose', 'closedBy')
  remove(Document.prototype, 'startViewTransition')
  remove(window, 'navigation', 'Highlight', 'Iterator', 'scheduler', 'documentPictureInPicture')
  // map, filter, toArray … on iterators
  const iterator = Reflect.getPrototypeOf(Reflect.getPrototypeOf([].values()) ?? {}) ?? undefined
  remove(iterator, 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray')
  remove(iterator, 'forEach', 'some', 'every', 'find')
}
