import { describe, expect } from 'vitest'
import { digestOfUri } from './names.ts'
import { testPem } from './testing.ts'
import { openXmlSignatures } from './verify.ts'
import { pemOf, testWithXmlsec, xmlsec } from './xmlsec.ts'

const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const more = 'http://www.w3.org/2001/04/xmldsig-more#'

const template = (method: string, canonical: string, digest: string) =>
  `<?xml version="1.0"?>\n<紹介状 xmlns:a="urn:a">\n <本文 a:b="1">頭痛<!-- x --></本文>\n<Signature xmlns="${dsig}"><SignedInfo>` +
  `<CanonicalizationMethod Algorithm="${canonical}"/><SignatureMethod Algorithm="${method}"/><Reference URI=""><Transforms>` +
  `<Transform Algorithm="${dsig}enveloped-signature"/><Transform Algorithm="${canonical}"/></Transforms>` +
  `<DigestMethod Algorithm="${digest}"/><DigestValue/></Reference></SignedInfo><SignatureValue/>` +
  '<KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo></Signature></紹介状>'

describe('what xmlsec1 signs', () => {
  for (const [method, kind] of [
    [`${more}rsa-sha256`, 'rsa'],
    [`${more}rsa-sha512`, 'rsa'],
    [`${dsig}rsa-sha1`, 'rsa'],
    [`${more}ecdsa-sha256`, 'p256'],
  ] as const)
    for (const canonical of [
      'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
      'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
      'http://www.w3.org/2006/12/xml-c14n11',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ])
      testWithXmlsec(`by ${method.split('#')[1]} in the form ${canonical} holds`, async () => {
        const digest = method.endsWith('sha1') ? `${dsig}sha1` : 'http://www.w3.org/2001/04/xmlenc#sha256'
        const { key, certificate } = testPem(kind)
        const files = {
          'key.pem': key,
          'own.pem': pemOf(certificate),
          'template.xml': template(method, canonical, digest),
        }
        const { out, error } = xmlsec(files, ['--sign', '--privkey-pem', 'key.pem,own.pem', 'template.xml'])
        const [opened] = openXmlSignatures(Buffer.from(out))
        expect(error).toBe('')
        expect(opened).toMatchObject({ format: 'XMLDSig', conclusion: null, coverage: { whole: true } })
        expect(opened?.algorithms.map(({ algorithm }) => algorithm)).toContain(digestOfUri(digest))
      })
})

describe('everything but the signatures, as XPath says it', () => {
  const filters = {
    'XPath 1.0': `<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath xmlns:d="${dsig}">not(ancestor-or-self::d:Signature)</XPath></Transform>`,
    'XPath Filter 2':
      '<Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"><XPath xmlns="http://www.w3.org/2002/06/xmldsig-filter2" ' +
      `xmlns:d="${dsig}" Filter="subtract">/descendant::d:Signature</XPath></Transform>`,
  }
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
  const signed = (filter: string) => {
    const { key, certificate } = testPem('rsa')
    const text = template(`${more}rsa-sha256`, exclusive, 'http://www.w3.org/2001/04/xmlenc#sha256').replace(
      `<Transform Algorithm="${dsig}enveloped-signature"/>`,
      filter,
    )
    const files = { 'key.pem': key, 'own.pem': pemOf(certificate), 'template.xml': text }
    return xmlsec(files, ['--sign', '--privkey-pem', 'key.pem,own.pem', 'template.xml']).out
  }
  for (const [name, filter] of Object.entries(filters))
    testWithXmlsec(
      `${name}: xmlsec1 signs it, we verify it, and what a second signature holds is told as unsigned`,
      async () => {
        const out = signed(filter)
        const whole = { conclusion: null, coverage: { whole: true } }
        expect(openXmlSignatures(Buffer.from(out))[0]).toMatchObject(whole)
        expect(openXmlSignatures(Buffer.from(out.replace('b="1"', 'b="2"')))[0]?.conclusion).toMatchObject({
          subIndication: 'HASH_FAILURE',
        })
        const [signature = ''] = /<Signature[\s\S]*<\/Signature>/.exec(out) ?? []
        const second = signature.replace('</Signature>', '<Object><本文>腹痛</本文></Object></Signature>')
        expect(openXmlSignatures(Buffer.from(out.replace('</紹介状>', `${second}</紹介状>`)))[0]).toMatchObject({
          conclusion: null,
          coverage: {
            whole: false,
            remarks: expect.arrayContaining([{ code: 'unsigned-siblings', facts: { count: 1, names: 'Object' } }]),
          },
        })
      },
    )

  testWithXmlsec('any other expression is refused, and so is the same one about another element', async () => {
    for (const [from, to] of [
      [`xmlns:d="${dsig}"`, 'xmlns:d="urn:other"'],
      ['ancestor-or-self', 'ancestor'],
    ] as const) {
      const text = signed(filters['XPath 1.0']).replace(from, to)
      const codes = openXmlSignatures(Buffer.from(text))[0]?.checks.map(({ code }) => code)
      expect(codes).toContain('transform-permitted')
    }
  })
})
