import { der, sequence } from '../asn1/write.ts'
import { signCades } from '../cades/sign.ts'
import { type AnswerSpec, issueAnswer } from '../testing/issue-answer.ts'
import { testCertificate, testKey } from '../testing/test-pki.ts'
import { type Conclusion, indeterminate } from '../validation/verdict.ts'
import { type Asked, type NegativeCase, rootsList, signingList } from './negative-case.ts'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)

const answer = (more: Partial<AnswerSpec> = {}, label = 'doctor'): Uint8Array =>
  issueAnswer({
    serialNumber: testCertificate(label).serialNumber,
    status: 'good',
    responder: 'ocsp-responder',
    thisUpdate: day('2026-06-01'),
    nextUpdate: day('2026-06-05'),
    ...more,
  })

/** No list of the signer's authority is at hand: only the answer speaks. */
const withAnswer = (ocsp: Uint8Array, label = 'doctor', crls: readonly Uint8Array[] = [rootsList]): Asked => ({
  file: () =>
    signCades({
      key: testKey(label),
      content: Buffer.from('処方箋の見本'),
      attached: true,
      signingTime: day('2026-06-01'),
      stamp: null,
    }),
  context: { crls, ocsps: [ocsp] },
})

const unknown = indeterminate('TRY_LATER', 'revocation-known')
const revoked = indeterminate('REVOKED_NO_POE', 'certificate-not-revoked')
const row = (done: string, ocsp: Uint8Array, expected: Conclusion = unknown): NegativeCase => ({
  done,
  format: 'CAdES',
  forged: withAnswer(ocsp),
  honest: withAnswer(answer()),
  expected,
})
const goodOfRevoked = answer({}, 'doctor-revoked')

export const answerCases: readonly NegativeCase[] = [
  row('an OCSP answer by the card of another doctor', answer({ responder: 'dentist' })),
  row("an OCSP answer by another authority's key", answer({ responder: 'authentication-ca' })),
  row('an OCSP answer by a time-stamping authority', answer({ responder: 'stamp-authority' })),
  row('an OCSP answer about another certificate', answer({}, 'dentist')),
  row('an OCSP answer changed from revoked to good', answer({ status: day('2026-05-01'), shown: 'good' })),
  row('an OCSP answer that does not know the certificate', answer({ status: 'unknown' })),
  row('an OCSP response that is an error', sequence(der(0x0a, Uint8Array.of(6)))),
  row(
    'an OCSP answer that ran out before the moment of the question',
    answer({ thisUpdate: day('2026-05-20'), nextUpdate: day('2026-05-24') }),
    indeterminate('TRY_LATER', 'revocation-fresh'),
  ),
  row('an OCSP answer that says revoked', answer({ status: day('2026-05-01') }), revoked),
  {
    done: 'an OCSP answer that says good beside a list that revokes',
    format: 'CAdES',
    forged: withAnswer(goodOfRevoked, 'doctor-revoked', [signingList, rootsList]),
    honest: withAnswer(goodOfRevoked, 'doctor-revoked'),
    expected: revoked,
  },
]
