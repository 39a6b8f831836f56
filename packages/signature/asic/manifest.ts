import { Malformed } from '../malformed.ts'
import type { DigestName } from '../x509/signature-value.ts'
import { digestOfUri, ds } from '../xades/names.ts'
import { octetsUnder } from '../xades/octets.ts'
import { algorithmOf, onlyChild } from '../xades/structure.ts'
import { parseXml } from '../xml/parse.ts'
import { attributeOf, childrenOf, descendantsOf, type XmlElement } from '../xml/tree.ts'

/** 目録 — what one signature or time stamp of a container is about (EN 319 162-1 §A.4): the files by their digests. */
export interface Manifest {
  /** The signature or time stamp that covers this manifest. */
  readonly signature: string
  readonly references: readonly ManifestReference[]
}

export interface ManifestReference {
  readonly uri: string
  /** null: an algorithm that we do not know. */
  readonly digest: DigestName | null
  readonly value: Uint8Array
}

const namespaces: ReadonlySet<string> = new Set([
  'http://uri.etsi.org/02918/v1.2.1#',
  'http://uri.etsi.org/2918/v1.1.1#',
])

/** As many as a container may have entries. */
const mostReferences = 1_000

/** Throws `Malformed`, also for an extension that must be understood. */
export function readManifest(bytes: Uint8Array): Manifest {
  const { root } = parseXml(bytes)
  if (!namespaces.has(root.namespace) || root.localName !== 'ASiCManifest') throw new Malformed('manifest-root')
  for (const node of descendantsOf(root))
    if (node.kind === 'element' && /^(true|1)$/.test(attributeOf(node, 'Critical')?.trim() ?? ''))
      throw new Malformed('manifest-critical-extension')
  const references = childrenOf(root, root.namespace, 'DataObjectReference')
  if (references.length === 0) throw new Malformed('manifest-empty')
  if (references.length > mostReferences) throw new Malformed('manifest-references', { limit: mostReferences })
  return {
    signature: uriOf(onlyChild(root, root.namespace, 'SigReference')),
    references: references.map((reference) => ({
      uri: uriOf(reference),
      digest: digestOfUri(algorithmOf(onlyChild(reference, ds, 'DigestMethod'))) ?? null,
      value: octetsUnder(onlyChild(reference, ds, 'DigestValue')),
    })),
  }
}

function uriOf(element: XmlElement): string {
  const uri = attributeOf(element, 'URI')
  if (uri === undefined) throw new Malformed('manifest-uri')
  return uri
}
