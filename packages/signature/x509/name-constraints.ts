import type { Certificate } from './certificate.ts'
import { alternativeNamesOf, type NameConstraints } from './extension/names.ts'
import type { GeneralName } from './general-name.ts'
import { textsOf } from './name.ts'

/** All names of a certificate to which constraints apply (RFC 5280 §6.1.3 (b), (c)). */
export function constrainedNames(certificate: Certificate): readonly GeneralName[] {
  const alternatives = alternativeNamesOf(certificate)
  const subject: readonly GeneralName[] =
    certificate.subject.parts.length === 0 ? [] : [{ kind: 'directory', name: certificate.subject }]
  const addresses: readonly GeneralName[] = alternatives.some(({ kind }) => kind === 'email')
    ? []
    : textsOf(certificate.subject, '1.2.840.113549.1.9.1').map((text) => ({ kind: 'email', text }))
  return [...subject, ...addresses, ...alternatives]
}

/** Each certificate's permitted trees must hold the name by themselves, which is their intersection; one excluded tree is enough. */
export function namesAreAllowed(names: readonly GeneralName[], constraints: readonly NameConstraints[]): boolean {
  return names.every((name) =>
    constraints.every(({ permitted, excluded }) => {
      const sameKind = permitted.filter((tree) => isSameKind(tree, name))
      return (
        (sameKind.length === 0 || sameKind.some((tree) => isWithin(name, tree))) &&
        !excluded.some((tree) => isSameKind(tree, name) && isWithin(name, tree))
      )
    }),
  )
}

const isSameKind = (tree: GeneralName, name: GeneralName): boolean =>
  tree.kind === name.kind && (tree.kind !== 'other' || name.kind !== 'other' || tree.tag === name.tag)

function isWithin(name: GeneralName, tree: GeneralName): boolean {
  if (name.kind === 'directory' && tree.kind === 'directory')
    return tree.name.key === '' || name.name.key === tree.name.key || name.name.key.startsWith(`${tree.name.key}\n`)
  if (name.kind === 'dns' && tree.kind === 'dns') return isDomainWithin(name.text, tree.text)
  if (name.kind === 'email' && tree.kind === 'email') return isAddressWithin(name.text, tree.text)
  if (name.kind === 'uri' && tree.kind === 'uri') return isHostWithin(hostOf(name.text), tree.text.toLowerCase())
  if (name.kind === 'ip' && tree.kind === 'ip') return isNetworkWithin(name.octets, tree.octets)
  // A kind that we cannot compare is neither inside what is permitted nor outside what is excluded: both refuse.
  return true
}

function isDomainWithin(name: string, tree: string): boolean {
  const [one, other] = [name.toLowerCase(), tree.toLowerCase()]
  return other === '' || one === other || one.endsWith(`.${other.replace(/^\./, '')}`)
}

function isAddressWithin(address: string, tree: string): boolean {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1).toLowerCase()
  if (tree.includes('@')) {
    const treeAt = tree.lastIndexOf('@')
    return address.slice(0, at) === tree.slice(0, treeAt) && host === tree.slice(treeAt + 1).toLowerCase()
  }
  return isHostWithin(host, tree.toLowerCase())
}

/** A tree that begins with a dot holds the hosts below it and not itself (§4.2.1.10). */
const isHostWithin = (host: string | null, tree: string): boolean =>
  host !== null && (tree === '' || (tree.startsWith('.') ? host.endsWith(tree) : host === tree))

/** The host of a URI, without asking more of it: no URI of a certificate is ever opened here. */
function hostOf(uri: string): string | null {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1]
  return (
    authority
      ?.slice(authority.lastIndexOf('@') + 1)
      .replace(/:\d*$/, '')
      .toLowerCase() ?? null
  )
}

function isNetworkWithin(address: Uint8Array, tree: Uint8Array): boolean {
  if (tree.length !== address.length * 2) return false
  return address.every(
    (octet, i) => (octet & (tree[address.length + i] ?? 0)) === ((tree[i] ?? 0) & (tree[address.length + i] ?? 0)),
  )
}
