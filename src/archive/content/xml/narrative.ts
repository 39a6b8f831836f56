import { descendantsOf, type XmlElement } from '@omamori/signature'

/** Elements that begin a line of their own, of XHTML, CDA, WordprocessingML, DrawingML and OpenDocument. */
const lines = new Set(
  [
    'br',
    'caption',
    'content-item',
    'dd',
    'div',
    'dt',
    'h',
    'h1',
    'h2',
    'h3',
    'h4',
    'item',
    'li',
    'p',
    'paragraph',
    'tr',
  ].concat(['table', 'title']),
)
const cells = new Set(['td', 'th', 'tab', 'tc', 'table-cell'])

/** 叙述 — the words under an element as lines, whatever they were marked up with. `only`: the elements whose text counts. */
export function narrativeOf(element: XmlElement, only?: string): string {
  let text = ''
  for (const node of descendantsOf(element)) {
    if (node.kind === 'text' && only === undefined) text += node.text.replaceAll(/\s+/g, ' ')
    else if (node.kind === 'element') {
      if (lines.has(node.localName)) text += '\n'
      else if (cells.has(node.localName)) text += '\t'
      else if (node.localName === only) text += ownText(node)
    }
  }
  return tidy(text)
}

export const ownText = ({ children }: XmlElement): string =>
  children.map((node) => (node.kind === 'text' ? node.text : '')).join('')

/** No empty lines, no spaces at their ends. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
