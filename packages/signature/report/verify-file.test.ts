import { expect, it } from 'vitest'
import { signCades } from '../cades/sign.ts'
import { contextAt } from '../testing/context.ts'
import { testKey } from '../testing/test-pki.ts'
import { signEnveloped } from '../xades/sign.ts'
import { verifyFile } from './verify-file.ts'

const at = Date.parse('2026-11-02T00:00:00Z')
const key = testKey('doctor')
const cms = Buffer.from(
  await signCades({ key, content: Buffer.from('紹介状'), attached: true, signingTime: at, stamp: null }),
)
const xml = Buffer.from(await signEnveloped(Buffer.from('<文書>紹介状</文書>'), { key, at }))
const pem = (bytes: Uint8Array) =>
  Buffer.from(`-----BEGIN CMS-----\n${Buffer.from(bytes).toString('base64')}\n-----END CMS-----`)

const answerTo = (bytes: Uint8Array) => {
  const question = { name: 'file', bytes, documentKind: 'referral', content: null }
  const { indication, subIndication, qualification, trouble } = verifyFile(
    question,
    contextAt('2026-11-10T00:00:00Z'),
    {
      policies: [],
      sealPolicies: [],
    },
  )
  return { indication, subIndication, qualification: qualification?.answer, reason: trouble?.reason }
}

it.each([
  ['CMS cut off', cms.subarray(0, cms.length >> 1)],
  ['CMS in PEM cut off', pem(cms.subarray(0, cms.length - 1))],
  ['CMS with a length that goes on beyond the file', cms.with(3, 0xff)],
  ['XML cut off', xml.subarray(0, xml.length - 9)],
  ['XML with a document type', Buffer.concat([Buffer.from('<!DOCTYPE a>'), xml])],
  ['XML in UTF-16 with a document type', Buffer.from(`\ufeff<!DOCTYPE a>${xml}`, 'utf16le')],
])('%s: the format of its signature is broken', (_, bytes) => {
  const answer = answerTo(bytes)
  expect(answer).toMatchObject({
    indication: 'TOTAL-FAILED',
    subIndication: 'FORMAT_FAILURE',
    qualification: 'unverified',
  })
})

it.each([
  ['octets that begin like CMS', Buffer.from('30820100aabbcc', 'hex'), 'asn1-cut-short'],
  ['XML with a document type and no signature', Buffer.from('<!DOCTYPE a><a/>'), 'xml-doctype'],
  ['a letter', Buffer.from('紹介状'), 'unknown-kind-of-file'],
])('%s: nobody signed, and what was wrong is told', (_, bytes, reason) => {
  expect(answerTo(bytes)).toEqual({ indication: null, subIndication: null, qualification: undefined, reason })
})
