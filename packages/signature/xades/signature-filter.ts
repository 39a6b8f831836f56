import { attributeOf, isElement, textUnder, type XmlElement } from '../xml/tree.ts'
import { ds } from './names.ts'

const xpath = 'http://www.w3.org/TR/1999/REC-xpath-19991116'
const filter2 = 'http://www.w3.org/2002/06/xmldsig-filter2'

/** The two ways in which signers write "everything but the signatures": one expression each, and no other is read. */
const expressions: readonly {
  readonly algorithm: string
  readonly namespace: string
  readonly filter: string | undefined
  readonly pattern: RegExp
}[] = [
  {
    algorithm: xpath,
    namespace: ds,
    filter: undefined,
    pattern: /^\s*not\(\s*ancestor-or-self::([\w-]+):Signature\s*\)\s*$/,
  },
  {
    algorithm: filter2,
    namespace: filter2,
    filter: 'subtract',
    pattern: /^\s*\/descendant::([\w-]+):Signature\s*$/,
  },
]

/** Whether a transform leaves out every ds:Signature and nothing else. XPath at large could leave out anything, and is refused. */
export function leavesOutSignatures(transform: XmlElement): boolean {
  const algorithm = attributeOf(transform, 'Algorithm')
  const known = expressions.find((one) => one.algorithm === algorithm)
  const [expression, ...more] = transform.children.filter(isElement)
  if (known === undefined || expression === undefined || more.length > 0) return false
  const prefix = known.pattern.exec(textUnder(expression))?.[1]
  return (
    expression.localName === 'XPath' &&
    expression.namespace === known.namespace &&
    expression.children.every(({ kind }) => kind === 'text') &&
    attributeOf(expression, 'Filter') === known.filter &&
    prefix !== undefined &&
    namespaceOf(prefix, expression) === ds
  )
}

function namespaceOf(prefix: string, from: XmlElement): string | undefined {
  for (let at: XmlElement | null = from; at !== null; at = at.parent) {
    const found = at.declarations.find((one) => one.prefix === prefix)
    if (found !== undefined) return found.uri
  }
  return undefined
}
