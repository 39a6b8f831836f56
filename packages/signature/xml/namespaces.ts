import { Malformed } from '../malformed.ts'
import { type XmlDeclaration, xmlNamespace } from './tree.ts'

const declarationNamespace = 'http://www.w3.org/2000/xmlns/'

/** Which prefix means what where we are. One stack per prefix: looking one up costs the same at every depth. */
export class Namespaces {
  readonly #stacks = new Map<string, string[]>([['xml', [xmlNamespace]]])

  enter(declarations: readonly XmlDeclaration[]): void {
    declarations.forEach((declaration, index) => {
      check(declaration)
      if (declarations.findIndex(({ prefix }) => prefix === declaration.prefix) < index)
        throw new Malformed('xml-attribute-twice', { prefix: declaration.prefix })
      const stack = this.#stacks.get(declaration.prefix)
      if (stack) stack.push(declaration.uri)
      else this.#stacks.set(declaration.prefix, [declaration.uri])
    })
  }

  leave(declarations: readonly XmlDeclaration[]): void {
    for (const { prefix } of declarations) this.#stacks.get(prefix)?.pop()
  }

  /** '' for names without a prefix outside any default namespace. */
  uriOf(prefix: string): string {
    const uri = this.#stacks.get(prefix)?.at(-1)
    if (uri === undefined && prefix !== '')
      throw new Malformed('xml-prefix-undeclared', { prefix: prefix.slice(0, 40) })
    return uri ?? ''
  }
}

/** Namespaces in XML 1.0 §3: `xml` and `xmlns` mean one thing for ever, and a prefix is never taken back. */
function check({ prefix, uri }: XmlDeclaration): void {
  const reserved = prefix === 'xmlns' || uri === declarationNamespace || (prefix === 'xml') !== (uri === xmlNamespace)
  if (reserved || (uri === '' && prefix !== '')) throw new Malformed('xml-namespace', { prefix: prefix.slice(0, 40) })
}
