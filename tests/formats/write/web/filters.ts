/**
 * What the editors of content systems keep of what is pasted, by their default settings: every element
 * that is not named is taken away, `gone` with what it holds, else its content stays, that of a heading
 * as a paragraph; so is every attribute that is not named, and of styles all or what is named. As the
 * editors themselves did it.
 */
interface Filter {
  readonly keeps: Readonly<Record<string, readonly string[]>>
  /** Of `style`, where that is kept: these properties alone; absent: all. */
  readonly styles?: readonly string[]
  readonly gone?: true
}

const each = (names: string, attributes: readonly string[] = []) =>
  Object.fromEntries(names.split(' ').map((name) => [name, attributes]))
const cells = ['colspan', 'rowspan', 'align', 'valign', 'width']

export const filters: Readonly<Record<string, Filter>> = {
  'UEditor, which deletes what it does not know': {
    keeps: {
      ...each('p div span h1 h2 h3 h4 h5 h6 caption', ['class', 'style']),
      table: ['width', 'border', 'align', 'valign', 'class', 'style'],
      ...each('thead tbody tr', ['align', 'valign', 'class', 'style']),
      ...each('th td', [...cells, 'class', 'style'])
    },
    gone: true
  },
  'KindEditor, which knows neither captions nor heads of tables': {
    keeps: {
      ...each('p h1 h2 h3 h4 h5 h6', ['align', 'style']),
      div: ['align', 'style'],
      span: ['style'],
      table: ['border', 'cellspacing', 'cellpadding', 'width', 'height', 'align', 'style'],
      ...each('tbody tr'),
      ...each('th td', [...cells, 'style'])
    },
    styles: ['text-align', 'text-indent', 'color', 'font-weight', 'border', 'width', 'margin']
  },
  'TinyMCE, which takes no styles from outside': {
    keeps: {
      ...each('p h1 h2 h3 h4 h5 h6 caption thead tbody tr span'),
      div: ['role', 'tabindex', 'aria-label'],
      table: ['border', 'cellspacing', 'cellpadding', 'width', 'align'],
      ...each('th td', [...cells, 'scope'])
    }
  },
  'CKEditor 5, which keeps the table and its cells': {
    keeps: { ...each('p h2 h3 h4 table thead tbody tr'), ...each('th td', ['colspan', 'rowspan']) }
  },
  'wangEditor 4, which leaves words of what it takes away': {
    keeps: {
      ...each('p h1 h2 h3 h4 h5 caption table thead tbody tr'),
      ...each('th td', ['colspan', 'rowspan'])
    }
  },
  'one that drops style sheets, classes, ids, colgroup, comments and data': {
    keeps: {
      ...each('p div span h1 h2 h3 h4 h5 h6 caption thead tbody tr', ['style', 'align']),
      table: ['border', 'width', 'style'],
      ...each('th td', [...cells, 'scope', 'style']),
      svg: ['viewbox', 'width', 'height', 'role', 'aria-label'],
      image: ['href', 'width', 'height']
    }
  }
}

/** What is left of markup, as the page has it that the editor then makes. */
export function filtered(html: string, { keeps, styles, gone }: Filter): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const node of [...page.body.querySelectorAll('*')]) {
    const allowed = keeps[node.localName]
    if (!allowed) {
      if (gone) node.remove()
      else if (/^h\d$/.test(node.localName)) replaced(node, 'p')
      else node.replaceWith(...node.childNodes)
      continue
    }
    for (const { name } of [...node.attributes]) {
      if (!allowed.includes(name.toLowerCase())) node.removeAttribute(name)
    }
    const style = node.getAttribute('style')
    if (style !== null && styles) {
      const kept = style.split(';').filter((part) => styles.includes(part.split(':')[0] ?? ''))
      node.setAttribute('style', kept.join(';'))
    }
  }
  return new DOMParser().parseFromString(page.body.innerHTML, 'text/html').body.innerHTML
}

function replaced(node: Element, name: string): void {
  const other = node.ownerDocument.createElement(name)
  other.append(...node.childNodes)
  node.replaceWith(other)
}
