import { type XmlAttribute, type XmlElement, xmlNamespace } from './tree.ts'

/**
 * The `xml:` attributes that the apex of a subset takes over from ancestors outside it, its own joined base included. Form 1.0
 * takes the nearest of every name (§2.4); 1.1 takes `lang` and `space`, joins `base` and leaves `id` where it is; the exclusive
 * form takes none.
 */
export function inheritedAttributes(
  method: 'inclusive-1.0' | 'inclusive-1.1' | 'exclusive',
  apex: XmlElement,
  outer: readonly XmlElement[],
): readonly XmlAttribute[] {
  if (method === 'exclusive') return []
  const nearest = new Map(outer.flatMap(ofXml).map((attribute) => [attribute.localName, attribute]))
  for (const { localName } of ofXml(apex)) nearest.delete(localName)
  if (method === 'inclusive-1.0') return [...nearest.values()]
  const kept = [...nearest.values()].filter(({ localName }) => localName === 'lang' || localName === 'space')
  return [...kept, ...joinedBase(apex, outer)]
}

const ofXml = (element: XmlElement): readonly XmlAttribute[] =>
  element.attributes.filter(({ namespace }) => namespace === xmlNamespace)

const baseOf = (element: XmlElement): readonly XmlAttribute[] =>
  ofXml(element).filter(({ localName }) => localName === 'base')

function joinedBase(apex: XmlElement, outer: readonly XmlElement[]): readonly XmlAttribute[] {
  const outerBases = outer.flatMap(baseOf)
  const bases = [...outerBases, ...baseOf(apex)]
  const last = bases.at(-1)
  if (last === undefined || outerBases.length === 0) return []
  const value = bases.map((base) => base.value).reduce(joinedReference)
  return value === '' ? [] : [{ ...last, value }]
}

/** RFC 3986 §5.2.2, with the changes of C14N 1.1 §2.4: the base may be relative, and `..` that lead out of it are kept. */
export function joinedReference(base: string, reference: string): string {
  const [from, to] = [partsOf(base), partsOf(reference)]
  const ending = to.fragment
  if (to.scheme !== '') return `${to.scheme}${to.authority}${withoutDots(to.path)}${to.query}${ending}`
  if (to.authority !== '') return `${from.scheme}${to.authority}${withoutDots(to.path)}${to.query}${ending}`
  const head = `${from.scheme}${from.authority}`
  if (to.path === '') return `${head}${withoutDots(from.path)}${to.query || from.query}${ending}`
  if (to.path.startsWith('/')) return `${head}${withoutDots(to.path)}${to.query}${ending}`
  const folder = from.authority !== '' && from.path === '' ? '/' : from.path.slice(0, from.path.lastIndexOf('/') + 1)
  return `${head}${withoutDots(folder + to.path)}${to.query}${ending}`
}

/** RFC 3986 appendix B; every part keeps its own punctuation. */
function partsOf(uri: string) {
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] =
    /^([^:/?#]+:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(uri) ?? []
  return { scheme, authority, path, query, fragment }
}

function withoutDots(path: string): string {
  const segments = path.split('/')
  const kept: string[] = []
  for (const segment of segments) {
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (segment === '..' ? !path.startsWith('/') : segment !== '' && segment !== '.') kept.push(segment)
  }
  const open = kept.length > 0 && ['', '.', '..'].includes(segments.at(-1) ?? '')
  return `${path.startsWith('/') ? '/' : ''}${kept.join('/')}${open ? '/' : ''}`
}
