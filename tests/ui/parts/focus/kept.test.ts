import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepFocus } from '../../../../src/ui/parts/focus/kept.ts'
import { rememberFocus } from '../../../../src/ui/parts/focus/past.ts'

/** Here nothing is laid out: what is in the page counts as shown, but for what says that it is not. */
const shown = vi.spyOn(HTMLElement.prototype, 'getClientRects')
/** What had the focus when a screen went that was pressed before anything saw to the focus. */
let tooEarly = ''
beforeAll(async () => {
  shown.mockImplementation(function (this: HTMLElement) {
    return (this.closest('[data-unseen]') ? [] : [{}]) as unknown as DOMRectList
  })
  rememberFocus()
  document.body.innerHTML = '<div id="app"><main><button id="early"></button></main></div>'
  find('early').focus()
  find('app').innerHTML = '<main><h2 id="opened">一</h2></main>'
  keepFocus()
  await settled()
  tooEarly = document.activeElement?.id ?? ''
})
afterAll(async () => {
  document.body.replaceChildren()
  await settled()
  shown.mockRestore()
})

const find = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(id)
  return found
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(async () => {
  document.body.innerHTML = `
    <div id="app">
      <header><div><button id="opener">预览</button><button id="undo">撤销</button><button id="redo">重做</button></div></header>
      <main><h2 id="title">三、收到和处理</h2>
        <div id="sheet"><input id="cell"></div>
      </main>
      <aside id="aside">
        <ul id="list">
          <li id="one"><button id="one-title">一</button><button id="one-repair">改</button></li>
          <li id="two"><button id="two-title">二</button><button id="two-repair">改</button></li>
        </ul>
      </aside>
    </div>`
  await settled()
})

/** Focuses these in turn, does something to the page, and says what has the focus then. */
async function after(focused: readonly string[], change: () => void): Promise<string> {
  for (const id of focused) find(id).focus()
  change()
  await settled()
  return document.activeElement?.id ?? ''
}

describe('the focus, when what had it goes', () => {
  it.each([
    ['a card: on to the next', ['one-repair'], () => find('one').remove(), 'two-title'],
    ['the last card: to the one before', ['two-repair'], () => find('two').remove(), 'one-repair'],
    [
      'a button of a card: to what is left of it',
      ['one-title'],
      () => find('one-title').remove(),
      'one-repair'
    ],
    [
      'all of a pane: back to what had it before',
      ['cell', 'one-title'],
      () => find('list').remove(),
      'cell'
    ],
    [
      'a pane out of sight: back as well',
      ['opener', 'one-title'],
      () => {
        find('aside').dataset['unseen'] = ''
        find('one-title').blur()
      },
      'opener'
    ],
    [
      'a button out of use: to the one beside',
      ['undo'],
      () => find('undo').setAttribute('disabled', ''),
      'redo'
    ]
  ])('%s', async (_, focused, change, then) => {
    expect(await after(focused, change)).toBe(then)
  })

  it('a screen, before this was there: to the heading of the next one', () => {
    expect(tooEarly).toBe('opened')
  })

  it('a screen: to the heading of the next one, once that has come', async () => {
    expect(await after(['cell'], () => find('app').replaceChildren())).toBe('')
    find('app').innerHTML = '<header><h1>清川市</h1></header><main><h2 id="next">一</h2></main>'
    await settled()
    expect(document.activeElement?.id).toBe('next')
  })

  it('a dialog whose opener has gone with it: back to what had it before', async () => {
    find('app').insertAdjacentHTML(
      'beforeend',
      '<dialog open id="dialog"><button id="yes"></button></dialog>'
    )
    const then = await after(['cell', 'one-title', 'yes'], () => {
      find('one-title').remove()
      find('dialog').remove()
    })
    expect(then).toBe('cell')
  })

  it('what goes in a dialog: on within it', async () => {
    find('app').insertAdjacentHTML(
      'beforeend',
      '<dialog open><p><button id="a"></button></p><p><button id="b"></button></p></dialog>'
    )
    expect(await after(['cell', 'a'], () => find('a').parentElement?.remove())).toBe('b')
  })
})

describe('the focus is left alone', () => {
  it('where somebody let go of it', async () => {
    expect(await after(['cell'], () => find('cell').blur())).toBe('')
    find('sheet').remove()
    await settled()
    expect(document.activeElement?.id).toBe('')
  })

  it('where it has been put elsewhere', async () => {
    const then = await after(['one-repair'], () => {
      find('one').remove()
      find('cell').focus()
    })
    expect(then).toBe('cell')
  })
})
