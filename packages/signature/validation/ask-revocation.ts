import { Malformed } from '../malformed.ts'
import { consultLists } from '../revocation/consult-lists.ts'
import { type RevocationList, readRevocationList } from '../revocation/revocation-list.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { ValidationContext } from './context.ts'
import type { Existence } from './existence.ts'
import type { OpenedSignature } from './opened.ts'
import type { AskRevocation } from './slide.ts'

interface Asker {
  readonly material: Pick<OpenedSignature, 'certificates' | 'crls' | 'ocsps'>
  readonly existence: Existence
}

/**
 * Asks lists of the state of a certificate as of a control time: only those proven to exist by then count, since a key that
 * ended could sign any list it liked afterwards (EN 319 102-1 §5.6.2.1).
 */
export function askRevocation(
  path: readonly Certificate[],
  { material, existence }: Asker,
  context: ValidationContext,
): AskRevocation {
  const anchor = path.at(-1)
  const lists = [...material.crls, ...context.crls].flatMap(readable)
  const others = [...path, ...material.certificates, ...context.certificates]
  return (certificate, issuer, controlTime) => {
    const existing = lists.filter(({ digest }) => existence.since(digest) <= controlTime)
    if (anchor === undefined) return { state: 'unknown', why: 'no-list' }
    return consultLists(certificate, issuer, anchor, existing, others)
  }
}

/** A list that cannot be read says nothing. */
function readable(raw: Uint8Array): readonly RevocationList[] {
  try {
    return [readRevocationList(raw)]
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}
