import { type FileQuestion, policyNames, readCertificate } from '@omamori/signature'
import { signCades } from '../../../../packages/signature/cades/sign.ts'
import { stampAuthority } from '../../../../packages/signature/testing/stamp-authority.ts'
import { testKey } from '../../../../packages/signature/testing/test-pki.ts'
import { derOf, listOf } from '../../../signature/testing.ts'
import { verifyFiles } from '../../../signature/verify-files.ts'
import type { VerifySignature } from './verify.ts'

const certificate = (name: string) => readCertificate(derOf(name))

/** 試験用の信頼 — the test PKI, shaped like HPKI, as a facility that confirmed both its roots believes it. */
const trust = {
  anchors: [certificate('root')],
  hpkiAnchors: [certificate('root')],
  stampAnchors: [certificate('stamp-root')],
  certificates: [certificate('signing-ca')],
  crls: ['signing', 'sarl', 'stamp'].map((name) => listOf(`${name}-2026-11-01`)),
}

/** Verifies really, by the test PKI, at the moment of the clock. */
export function verifyByTestTrust(now: () => string): VerifySignature {
  return async (_, file, documentKind) => {
    const question: FileQuestion = { ...file, documentKind }
    const [answer] = await verifyFiles([question], { trust, at: Date.parse(now()), policy: policyNames[0] })
    if (!answer) throw new Error('no answer')
    return answer
  }
}

const at = Date.parse('2026-11-20T00:00:00Z')

/** A signature file over a content, by a card of the test PKI, stamped unless it is said otherwise. */
export async function signedBy(
  who: string,
  content: string | Uint8Array,
  { attached = false, stamped = true }: { readonly attached?: boolean; readonly stamped?: boolean } = {},
) {
  const signed = { key: testKey(who), content: Buffer.from(content), attached, signingTime: at }
  const bytes = await signCades({ ...signed, stamp: stamped ? stampAuthority(at) : null })
  return { name: '文書.p7s', bytes }
}
