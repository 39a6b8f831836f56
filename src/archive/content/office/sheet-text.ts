import { descendantsOf, parseXml, type XmlElement } from '@omamori/signature'
import { at, attribute, children } from '../xml/find.ts'
import { narrativeOf, ownText } from '../xml/narrative.ts'

const shared = 'xl/sharedStrings.xml'

/** 表計算の文字 — each sheet row by row, cells apart by tabs; the words of cells are kept in a part of their own. */
export function sheetTexts(parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const part = parts.get(shared)
  const words = part ? children(parseXml(part).root, 'si').map((one) => narrativeOf(one, 't')) : []
  return [...parts].filter(([name]) => name !== shared).map(([, sheet]) => rowsOf(parseXml(sheet).root, words))
}

function rowsOf(sheet: XmlElement, words: readonly string[]): string {
  const rows: string[] = []
  for (const node of descendantsOf(sheet))
    if (node.kind === 'element' && node.localName === 'row')
      rows.push(
        children(node, 'c')
          .map((cell) => cellText(cell, words))
          .join('\t'),
      )
  return rows.join('\n')
}

function cellText(cell: XmlElement, words: readonly string[]): string {
  const inline = at(cell, 'is')
  if (inline) return narrativeOf(inline, 't')
  const value = at(cell, 'v')
  const text = value ? ownText(value) : ''
  return attribute(cell, 't') === 's' ? (words[Number(text)] ?? '') : text
}
