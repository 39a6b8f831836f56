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

/** A certificate has a handful of names, and its issuers constrain a handful: beyond this somebody only costs time. */
const mostComparisons = 250_000

/** Each certificate's permitted trees must hold the name by themselves, which is their intersection; one excluded tree is enough. */
export function namesAreAllowed(names: readonly GeneralName[], constraints: readonly NameConstraints[]): boolean {
  const trees = constraints.reduce((sum, { permitted, excluded }) => sum + permitted.length + excluded.length, 0)
  if (names.length * trees > mostComparisons) return false
  return names.every((name) => constraints.every((constraint) => isAllowed(name, constraint)))
}

function isAllowed(name: GeneralName, { permitted, excluded }: NameConstraints): boolean {
  const compared = (trees: readonly GeneralName[]) =>
    trees.filter((tree) => isSameKind(tree, name)).map((tree) => isWithin(name, tree))
  const [inside, outside] = [compared(permitted), compared(excluded)]
  if ([...inside, ...outside].includes(null) || outside.includes(true)) return false
  return inside.length === 0 || inside.includes(true)
}

const isSameKind = (tree: GeneralName, name: GeneralName): boolean =>
  tree.kind === name.kind && (tree.kind !== 'other' || name.kind !== 'other' || tree.tag === name.tag)

/** Null: the two cannot be compared, which refuses (§4.2.1.10: understand it or reject the certificate). */
function isWithin(name: GeneralName, tree: GeneralName): boolean | null {
  if (name.kind === 'directory' && tree.kind === 'directory')
    return tree.name.key === '' || `${name.name.key}\n`.startsWith(`${tree.name.key}\n`)
  if (name.kind === 'email' && tree.kind === 'email') return isMailWithin(name.text, tree.text)
  if (name.kind === 'dns' && tree.kind === 'dns') return isDnsWithin(name.text.toLowerCase(), tree.text.toLowerCase())
  if (name.kind === 'uri' && tree.kind === 'uri') return isUriWithin(name.text, tree.text)
  if (name.kind === 'ip' && tree.kind === 'ip') return isAddressWithin(name.octets, tree.octets)
  return null
}

/** A mailbox, all mailboxes of a host, or with a leading point all hosts of a domain. */
function isMailWithin(mail: string, tree: string): boolean | null {
  const at = mail.lastIndexOf('@')
  if (at < 1) return null
  const host = mail.slice(at + 1).toLowerCase()
  const edge = tree.lastIndexOf('@')
  if (edge >= 0) return mail.slice(0, at) === tree.slice(0, edge) && host === tree.slice(edge + 1).toLowerCase()
  return isHostWithin(host, tree.toLowerCase())
}

const isHostWithin = (host: string, tree: string): boolean =>
  tree.startsWith('.') ? host.endsWith(tree) : host === tree

function isDnsWithin(host: string, tree: string): boolean {
  if (tree === '' || host === tree) return true
  return host.endsWith(tree.startsWith('.') ? tree : `.${tree}`)
}

/** §4.2.1.10 compares the host of an address; one that has none, or an IP address for one, cannot be compared. */
function isUriWithin(uri: string, tree: string): boolean | null {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1]
  const host = authority
    ?.slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase()
  if (!host || host.startsWith('[') || /^[\d.]+$/.test(host)) return null
  return isHostWithin(host, tree.toLowerCase())
}

function isAddressWithin(address: Uint8Array, tree: Uint8Array): boolean | null {
  if (tree.length !== 8 && tree.length !== 32) return null
  const half = tree.length / 2
  if (address.length !== half) return address.length === 4 || address.length === 16 ? false : null
  return address.every((octet, i) => ((octet ^ (tree[i] ?? 0)) & (tree[half + i] ?? 0)) === 0)
}
