import { membersOf, readAsn1 } from '../../asn1/read.ts'
import { tag } from '../../asn1/tag.ts'
import { expectTag, oidOf } from '../../asn1/value.ts'
import type { Certificate } from '../certificate.ts'
import { readGeneralName } from '../general-name.ts'

const caIssuers = '1.3.6.1.5.5.7.48.2'
const ocsp = '1.3.6.1.5.5.7.48.1'

/** 認証局への道 — where a certificate's issuer and the answers about it are found, as its issuer wrote it. */
export interface AuthorityAccess {
  readonly issuers: readonly string[]
  readonly responders: readonly string[]
}

/** RFC 5280 §4.2.2.1; only addresses, and no other names. */
export function authorityAccessOf(certificate: Certificate): AuthorityAccess {
  const extension = certificate.extensions.get('1.3.6.1.5.5.7.1.1')
  if (extension === undefined) return { issuers: [], responders: [] }
  const found = membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'authority access')).flatMap((one) => {
    const [method, place] = membersOf(expectTag(one, tag.sequence, 'access description'))
    const name = place === undefined ? null : readGeneralName(place)
    return name?.kind === 'uri' ? [{ method: oidOf(method, 'access method'), address: name.text }] : []
  })
  const by = (wanted: string) => found.filter(({ method }) => method === wanted).map(({ address }) => address)
  return { issuers: by(caIssuers), responders: by(ocsp) }
}
