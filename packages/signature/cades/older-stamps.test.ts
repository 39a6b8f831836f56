import { expect, test } from 'vitest'
import { membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed } from '../asn1/tag.ts'
import { der, nothing, octetString, sequence } from '../asn1/write.ts'
import { addToSignedData } from '../cms/extend.ts'
import { cmsOid } from '../cms/oids.ts'
import { readSignedData } from '../cms/read.ts'
import { attribute } from '../cms/write.ts'
import { contextAt } from '../testing/context.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testKey, testList } from '../testing/test-pki.ts'
import { validateSignature } from '../validation/validate.ts'
import { digest } from '../x509/signature-value.ts'
import { completeCades } from './extend.ts'
import { signCades } from './sign.ts'
import { openCades } from './verify.ts'

const at = (text: string): number => Date.parse(text)
const content = Buffer.from('処方箋の見本')
const june = ['signing-2026-06-01', 'sarl-2026-06-01', 'stamp-2026-06-01'].map(testList)
const autumn = [testList('stamp-2026-11-01')]

const esT = (attached: boolean) =>
  signCades({
    key: testKey('doctor'),
    content,
    attached,
    signingTime: at('2026-06-01T09:00:00Z'),
    stamp: stampAuthority(at('2026-06-01T12:00:00Z')),
  })

const esXl = async (attached = true) => completeCades(await esT(attached), { certificates: [], crls: june, ocsps: [] })

/** TS 101 733 §6.4.1, written down apart from the reader: every member as it stands, `shell`: the attributes with their tag and length. */
async function archived(bytes: Uint8Array, moment: string, shell: boolean): Promise<Uint8Array> {
  const [, holder] = membersOf(readAsn1(bytes))
  const [signedData] = membersOf(holder ?? readAsn1(bytes))
  const [, , encapsulated, ...rest] = membersOf(signedData ?? readAsn1(bytes))
  const [signer] = membersOf(rest.at(-1) ?? readAsn1(bytes))
  const members = membersOf(signer ?? readAsn1(bytes))
  const attributes = members.filter(({ tag }) => tag === constructed(1)).flatMap((one) => membersOf(one))
  const octets = Buffer.concat([
    encapsulated?.raw ?? new Uint8Array(),
    ...(membersOf(encapsulated ?? readAsn1(bytes)).length === 1 ? [content] : []),
    ...rest.slice(0, -1).map(({ raw }) => raw),
    ...members.filter(({ tag }) => tag !== constructed(1)).map(({ raw }) => raw),
    ...(shell ? [der(constructed(1), ...attributes.map(({ raw }) => raw))] : attributes.map(({ raw }) => raw)),
  ])
  const token = await stampAuthority(at(moment))({ digest: 'SHA-256', value: digest('SHA-256', octets) })
  return addToSignedData(bytes, { unsignedAttributes: [[attribute(cmsOid.archiveTimeStampV2, token)]] })
}

function answerTo(bytes: Uint8Array, moment: string): string {
  const [opened] = openCades({ bytes, content })
  if (opened === undefined) throw new Error('nothing opened')
  const { conclusion, provenAt } = validateSignature(opened, contextAt(moment, { crls: autumn }))
  const since = provenAt === null ? '' : ` since ${new Date(provenAt).toISOString()}`
  return `${opened.level} ${conclusion.indication}${since}`
}

const proven = 'B-LTA TOTAL-PASSED since 2026-06-01T12:00:00.000Z'

test.each([
  ['attached, as v2.2.1 computes it', true, true],
  ['attached, as v1.8.3 computed it', true, false],
  ['detached', false, true],
] as const)('ES-A is read: %s', async (_, attached, shell) => {
  const kept = await archived(await esXl(attached), '2026-06-02T00:00:00Z', shell)
  expect(answerTo(kept, '2032-01-01T00:00:00Z')).toBe(proven)
})

test('ES-A is renewed by a stamp over the stamp', async () => {
  const once = await archived(await esXl(), '2026-06-02T00:00:00Z', true)
  const twice = await archived(once, '2033-01-01T00:00:00Z', true)
  expect(answerTo(twice, '2033-06-01T00:00:00Z')).toBe(proven)
})

test('what is added behind an archive stamp of ES-A takes its proof away, so nothing is', async () => {
  const kept = await archived(await esXl(), '2026-06-02T00:00:00Z', true)
  const added = addToSignedData(kept, { crls: autumn })
  expect(answerTo(added, '2032-01-01T00:00:00Z')).toContain('B-LT INDETERMINATE')
  expect(() => completeCades(kept, { certificates: [], crls: autumn, ocsps: [] })).toThrow('older-archive-stamp')
})

test('a stamp of ES-X proves the signature, and what is not read is told', async () => {
  const bytes = await signCades({
    key: testKey('doctor'),
    content,
    attached: true,
    signingTime: at('2026-06-01T09:00:00Z'),
    stamp: null,
  })
  const references = [cmsOid.certificateReferences, cmsOid.revocationReferences].map((type) =>
    attribute(type, sequence(octetString(Buffer.alloc(3)))),
  )
  const complete = addToSignedData(bytes, { unsignedAttributes: [references] })
  const [signer] = readSignedData(complete).signers
  const inside = references.flatMap((one) => membersOf(readAsn1(one)).map(({ raw }) => raw))
  const value = digest('SHA-256', Buffer.concat([signer?.signature ?? new Uint8Array(), ...inside]))
  const token = await stampAuthority(at('2026-06-01T12:00:00Z'))({ digest: 'SHA-256', value })
  const stamped = addToSignedData(complete, {
    unsignedAttributes: [[attribute(cmsOid.referencesTimeStamp, token), attribute('1.2.3.4', nothing())]],
  })
  const [opened] = openCades({ bytes: stamped, content: null })
  expect(opened?.timeStamps.map(({ kind, conclusion }) => [kind, conclusion])).toEqual([['signature', null]])
  expect(opened?.checks).toContainEqual({
    code: 'attributes-read',
    outcome: 'not-checked',
    facts: {
      found: 3,
      names: [cmsOid.certificateReferences, cmsOid.revocationReferences, '1.2.3.4'].sort().join(', '),
    },
  })
})
