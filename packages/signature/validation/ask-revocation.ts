import { readOr } from '../malformed.ts'
import { readOcspAnswer } from '../revocation/ocsp-answer.ts'
import { readRevocationList } from '../revocation/revocation-list.ts'
import { type RevocationMaterial, revocationOf } from '../revocation/revocation-of.ts'
import type { RevocationSource, RevocationStatus } from '../revocation/status.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { ValidationContext } from './context.ts'
import type { Existence } from './existence.ts'
import type { OpenedSignature } from './opened.ts'
import { type AskRevocation, isBelievable } from './slide.ts'

interface Asker {
  readonly material: Pick<OpenedSignature, 'certificates' | 'crls' | 'ocsps'>
  readonly existence: Existence
}

/**
 * Asks lists and OCSP answers of the state of a certificate as of a control time: only those proven to exist by then count, since a key that
 * ended could sign any list it liked afterwards (EN 319 102-1 §5.6.2.1).
 */
export function askRevocation(
  path: readonly Certificate[],
  { material, existence }: Asker,
  context: ValidationContext,
): AskRevocation {
  const anchor = path.at(-1)
  const lists = [...material.crls, ...context.crls].flatMap((raw) =>
    readOr<readonly ReturnType<typeof readRevocationList>[]>([], () => [readRevocationList(raw)]),
  )
  const answers = [...material.ocsps, ...context.ocsps].flatMap((raw) =>
    readOr<readonly ReturnType<typeof readOcspAnswer>[]>([], () => [readOcspAnswer(raw)]),
  )
  const certificates = [...path, ...material.certificates, ...context.certificates]
  return (certificate, issuer, controlTime) => {
    const isEarly = ({ digest }: { readonly digest: string }) => existence.since(digest) <= controlTime
    if (anchor === undefined) return { state: 'unknown', why: 'no-list' }
    const existing = { lists: lists.filter(isEarly), answers: answers.filter(isEarly), certificates }
    const ask = (material: RevocationMaterial) => revocationOf(certificate, issuer, anchor, material)
    return believable(existing, ask, (source) => isBelievable(source, existence, context.algorithms))
  }
}

/** Sources that say `good` and cannot be believed are passed over this often: a renewal of an authority leaves one behind. */
const mostPassedOver = 8

/** What can be believed where there is something; otherwise what stands there, for the engine to say why it cannot be. A revocation counts in any case. */
function believable(
  material: RevocationMaterial,
  ask: (material: RevocationMaterial) => RevocationStatus,
  isFine: (source: RevocationSource) => boolean,
): RevocationStatus {
  const first = ask(material)
  let [status, left] = [first, material]
  for (let i = 0; i < mostPassedOver && status.state === 'good' && !isFine(status.source); i++) {
    const { digest } = status.source
    const others = <One extends { readonly digest: string }>(all: readonly One[]) =>
      all.filter((one) => one.digest !== digest)
    left = { ...left, lists: others(left.lists), answers: others(left.answers) }
    status = ask(left)
  }
  return status.state === 'unknown' ? first : status
}
