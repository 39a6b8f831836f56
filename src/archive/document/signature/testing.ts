import { type FileQuestion, policyNames, readCertificate } from '@omamori/signature'
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
