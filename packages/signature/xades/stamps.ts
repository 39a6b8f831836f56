import { Malformed } from '../malformed.ts'
import { openTimeStamp } from '../timestamp/open-time-stamp.ts'
import type { Covered, OpenedTimeStamp, SignatureLevel } from '../validation/opened.ts'
import type { Check } from '../validation/verdict.ts'
import { digest } from '../x509/signature-value.ts'
import type { CanonicalForm } from '../xml/canonical.ts'
import { childrenOf, is, type XmlElement } from '../xml/tree.ts'
import { archiveImprint, formOfStamp, referencesImprint, type Stampable, signatureImprint } from './imprint.ts'
import { xades, xades141 } from './names.ts'
import { octetsUnder } from './octets.ts'
import { type Properties, valuesIn } from './properties.ts'
import type { Signer } from './signer.ts'

/** Renewed every few years, a signature of a century has thirty. */
const mostStamps = 40

/** One per authority that was asked for the same octets. */
const mostTokens = 8

export interface OpenedStamps {
  readonly level: SignatureLevel
  readonly timeStamps: readonly OpenedTimeStamp[]
  /** Stamps that could not be read: they prove nothing, and the signature is no worse for them. */
  readonly checks: readonly Check[]
}

/** タイムスタンプ — the stamps among the unsigned properties, each compared with the octets that it should cover. */
export function openStamps(stampable: Stampable, properties: Properties, signer: Signer): OpenedStamps {
  const holders = properties.unsigned.filter((one) => kindOf(one) !== null)
  if (holders.length > mostStamps) throw new Malformed('time-stamps-too-many', { limit: mostStamps })
  const timeStamps: OpenedTimeStamp[] = []
  const checks: Check[] = []
  for (const holder of holders) {
    try {
      timeStamps.push(...openHolder(holder, stampable, signer, timeStamps))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      checks.push({ code: 'time-stamp-readable', outcome: 'failed', facts: { reason: error.reason } })
    }
  }
  return { level: levelOf(properties), timeStamps: timeStamps.sort((a, b) => a.at - b.at), checks }
}

function kindOf(element: XmlElement): 'signature' | 'references' | 'archive' | null {
  if (is(element, xades, 'SignatureTimeStamp')) return 'signature'
  if (is(element, xades, 'SigAndRefsTimeStamp') || is(element, xades141, 'SigAndRefsTimeStampV2')) return 'references'
  return is(element, xades141, 'ArchiveTimeStamp') || is(element, xades, 'ArchiveTimeStamp') ? 'archive' : null
}

function openHolder(
  holder: XmlElement,
  stampable: Stampable,
  signer: Signer,
  earlier: readonly OpenedTimeStamp[],
): readonly OpenedTimeStamp[] {
  const tokens = childrenOf(holder, xades, 'EncapsulatedTimeStamp')
  // Include lists and XML tokens are of older versions; whoever met one would have to believe what it left out.
  if (tokens.length === 0 || tokens.length > mostTokens || childrenOf(holder, xades, 'Include').length > 0)
    throw new Malformed('time-stamp-structure')
  const kind = kindOf(holder) ?? 'signature'
  const form = formOfStamp(holder)
  const { octets, covers } = stampedBy(holder, kind, form, stampable, signer, earlier)
  const asKind = kind === 'references' ? 'signature' : kind
  return tokens.map((token) =>
    openTimeStamp(octetsUnder(token), { kind: asKind, digest: (name) => digest(name, octets), covers }),
  )
}

function stampedBy(
  holder: XmlElement,
  kind: 'signature' | 'references' | 'archive',
  form: CanonicalForm,
  stampable: Stampable,
  signer: Signer,
  earlier: readonly OpenedTimeStamp[],
): { readonly octets: Uint8Array; readonly covers: readonly Covered[] } {
  switch (kind) {
    case 'signature':
      return { octets: signatureImprint(stampable, form), covers: [signatureOf(stampable)] }
    case 'references':
      return { octets: referencesImprint(stampable, form, holder), covers: [signatureOf(stampable)] }
    case 'archive':
      return {
        octets: archiveImprint(stampable, form, holder),
        covers: allBefore(holder, stampable, signer, earlier),
      }
  }
}

const covered = (kind: Covered['kind'], octets: Uint8Array): Covered => ({
  kind,
  digest: Buffer.from(digest('SHA-256', octets)).toString('hex'),
})

const signatureOf = ({ signature }: Stampable): Covered => covered('signature', signature.value)

/** What an archive stamp proves the existence of: contents, signature, certificates, lists, and the stamps before it. */
function allBefore(
  holder: XmlElement,
  stampable: Stampable,
  signer: Signer,
  earlier: readonly OpenedTimeStamp[],
): readonly Covered[] {
  const before = stampable.unsigned.slice(0, stampable.unsigned.indexOf(holder))
  const values = valuesIn(before)
  const inKeyInfo = signer.inKeyInfo.map(({ raw }) => raw)
  return [
    signatureOf(stampable),
    ...stampable.references.flatMap(({ octets }) => (octets === null ? [] : [covered('signed-data', octets)])),
    ...[...inKeyInfo, ...values.certificateValues].map((octets) => covered('certificate', octets)),
    ...[...values.crls, ...values.ocsps].map((octets) => covered('revocation', octets)),
    ...earlier.flatMap((stamp) => [
      { kind: 'time-stamp' as const, digest: stamp.digest },
      ...stamp.certificates.map(({ raw }) => covered('certificate', raw)),
      ...[...stamp.crls, ...stamp.ocsps].map((octets) => covered('revocation', octets)),
    ]),
  ]
}

/** What was gathered, whether or not it holds. */
function levelOf({ unsigned, crls, ocsps }: Properties): SignatureLevel {
  const kinds = new Set(unsigned.map(kindOf))
  if (kinds.has('archive')) return 'B-LTA'
  if (!kinds.has('signature') && !kinds.has('references')) return 'B-B'
  return crls.length + ocsps.length > 0 ? 'B-LT' : 'B-T'
}
