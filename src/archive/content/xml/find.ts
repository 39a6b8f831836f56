import { isElement, type XmlElement } from '@omamori/signature'

/** The child elements of that local name. */
export const children = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  parent?.children.filter((node): node is XmlElement => isElement(node) && node.localName === name) ?? []

/** The first element on a path of local names; undefined where the path ends early. */
export function at(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = parent
  for (const name of path) found = children(found, name)[0]
  return found
}

export const attribute = (element: XmlElement | undefined, name: string): string | null =>
  element?.attributes.find(({ localName }) => localName === name)?.value ?? null
