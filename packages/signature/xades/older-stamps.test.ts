import { expect, test } from 'vitest'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { digest } from '../x509/signature-value.ts'
import { SignedDocument } from './document.ts'
import { addSignatureTimeStamp } from './extend.ts'
import { exclusiveNamespace, xades } from './names.ts'
import { signEnveloped } from './sign.ts'
import { testKey } from './testing.ts'
import { openXmlSignatures } from './verify.ts'

const signer = { key: testKey('p256'), at: Date.UTC(2026, 10, 23, 4) }
const stamp = stampAuthority(Date.UTC(2026, 10, 23, 5))
const references =
  `<xades:CompleteCertificateRefs xmlns:xades="${xades}"><xades:CertRefs/></xades:CompleteCertificateRefs>` +
  `<xades:CompleteRevocationRefs xmlns:xades="${xades}"/>`

const opened = (bytes: Uint8Array) => {
  const [one] = openXmlSignatures(bytes)
  if (one === undefined) throw new Error('nothing opened')
  return one
}

const withProperty = (bytes: Uint8Array, property: string): Buffer =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('utf8')
      .replace('</xades:UnsignedSignatureProperties>', `${property}</xades:UnsignedSignatureProperties>`),
  )

/** TS 101 903 §7.5.1.1: the elements one after the other, each in the form that the stamp names. */
async function stampedOverReferences(bytes: Uint8Array): Promise<Uint8Array> {
  const document = new SignedDocument(bytes)
  const wanted = ['SignatureValue', 'SignatureTimeStamp', 'CompleteCertificateRefs', 'CompleteRevocationRefs']
  const text = Buffer.from(bytes).toString('utf8')
  const octets = wanted.map((name) => {
    const start = text.search(new RegExp(`<\\w+:${name}[ >/]`))
    const node = [...elements(document)].find((element) => element.start === start)
    if (node === undefined) throw new Error(name)
    return document.canonical(node, { method: 'exclusive', comments: false })
  })
  const token = await stamp({ digest: 'SHA-256', value: digest('SHA-256', Buffer.concat(octets)) })
  return withProperty(
    bytes,
    `<xades:SigAndRefsTimeStamp xmlns:xades="${xades}"><ds:CanonicalizationMethod xmlns:ds="http://www.w3.org/2000/09/xmldsig#" ` +
      `Algorithm="${exclusiveNamespace}"/><xades:EncapsulatedTimeStamp>${Buffer.from(token).toString('base64')}` +
      '</xades:EncapsulatedTimeStamp></xades:SigAndRefsTimeStamp>',
  )
}

function* elements(document: SignedDocument) {
  const open = [document.document.root]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    yield at
    for (const child of at.children) if (child.kind === 'element') open.push(child)
  }
}

test('a stamp of XAdES-X proves the signature, and references that nobody looks at are told', async () => {
  const stamped = await addSignatureTimeStamp({ bytes: await signEnveloped(Buffer.from('<a><b/></a>'), signer) }, stamp)
  const complete = withProperty(stamped, references)
  const both = opened(await stampedOverReferences(complete))
  expect(both.conclusion).toBeNull()
  expect(both.timeStamps.map(({ kind, conclusion }) => [kind, conclusion])).toEqual([
    ['signature', null],
    ['signature', null],
  ])
  const changed = opened(
    Buffer.from(
      Buffer.from(await stampedOverReferences(complete))
        .toString()
        .replace('<xades:CertRefs/>', ''),
    ),
  )
  expect(changed.timeStamps.map(({ conclusion }) => conclusion?.indication ?? null)).toEqual([null, 'TOTAL-FAILED'])
  expect(both.checks.find(({ code }) => code === 'attributes-read')?.facts).toEqual({
    found: 2,
    names: `CompleteCertificateRefs (${xades}), CompleteRevocationRefs (${xades})`,
  })
})

test('properties of a version that nobody here reads are told, and the signature is answered without them', async () => {
  const signed = Buffer.from(await signEnveloped(Buffer.from('<a><b/></a>'), signer)).toString()
  const older = signed.replaceAll(xades, 'http://uri.etsi.org/01903/v1.2.2#')
  const one = opened(Buffer.from(older))
  expect(one.format).toBe('XMLDSig')
  expect(one.checks.find(({ code }) => code === 'attributes-read')?.facts).toEqual({
    found: 1,
    names: 'QualifyingProperties (http://uri.etsi.org/01903/v1.2.2#)',
  })
})
