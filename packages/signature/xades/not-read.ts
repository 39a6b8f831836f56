import type { Check } from '../validation/verdict.ts'
import { childrenOf, isElement, type XmlElement } from '../xml/tree.ts'
import { xades, xades141 } from './names.ts'
import type { Properties } from './properties.ts'
import type { SignatureElement } from './structure.ts'

const read: ReadonlySet<string> = new Set([
  ...['SignatureTimeStamp', 'SigAndRefsTimeStamp', 'ArchiveTimeStamp', 'CertificateValues', 'RevocationValues'].map(
    (name) => `${xades} ${name}`,
  ),
  ...['SigAndRefsTimeStampV2', 'ArchiveTimeStamp', 'TimeStampValidationData'].map((name) => `${xades141} ${name}`),
  `${xades} CounterSignature`,
])

/** Time stamps over contents, made before signing; a signer that has them could have signed without. */
const contentStamps = ['AllDataObjectsTimeStamp', 'IndividualDataObjectsTimeStamp']

/** What nobody here looks at is told: references of XAdES-C, stamps over references alone or over contents, and whole older versions of XAdES. */
export function notRead({ objects }: SignatureElement, properties: Properties | null): readonly Check[] {
  const found =
    properties === null
      ? objects.flatMap(({ children }) => children.filter(isElement)).filter(isOlder)
      : [
          ...properties.unsigned.filter((one) => !read.has(`${one.namespace} ${one.localName}`)),
          ...stampsIn(properties),
        ]
  const names = [...new Set(found.map(({ localName, namespace }) => `${localName} (${namespace})`))]
  const facts = { found: found.length, names: names.slice(0, 20).join(', ').slice(0, 500) }
  return found.length === 0 ? [] : [{ code: 'attributes-read', outcome: 'not-checked', facts }]
}

const isOlder = ({ localName, namespace }: XmlElement): boolean =>
  localName === 'QualifyingProperties' && /^http:\/\/uri\.etsi\.org\/01903\/v/.test(namespace)

const stampsIn = ({ signed }: Properties): readonly XmlElement[] =>
  childrenOf(signed, xades, 'SignedDataObjectProperties').flatMap((holder) =>
    contentStamps.flatMap((name) => childrenOf(holder, xades, name)),
  )
