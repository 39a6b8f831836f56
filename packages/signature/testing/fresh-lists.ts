import type { Moment } from '../asn1/value.ts'
import { issueList, name } from './issue.ts'
import { testCertificate, testPrivateKey } from './test-pki.ts'

const day = 86_400_000
const sarl = name(['C', 'JP'], ['O', 'Mihon Ministry'], ['OU', 'Mihon Bureau'], ['CN', 'SARL'])
const issuers = [
  { label: 'root', scope: { directory: sarl, onlyCas: true } },
  { label: 'signing-ca' },
  { label: 'stamp-root' },
]

/** The lists of the test PKI as their authorities would publish them that day, for four days. */
export const freshLists = (at: Moment): readonly Uint8Array[] =>
  issuers.map(({ label, ...more }) =>
    issueList({
      ...{ number: 9, thisUpdate: at - day, nextUpdate: at + 3 * day, revoked: [], ...more },
      issuer: testCertificate(label).subject.raw,
      issuerKey: testPrivateKey(label),
    }),
  )
