import { globSync, readFileSync } from 'node:fs'
import { readManifest } from '../asic/manifest.ts'
import { openEprescription } from '../eprescription/verify.ts'
import { Malformed } from '../malformed.ts'
import { entry, manifestOver } from '../testing/container.ts'
import { openXmlSignatures } from '../xades/verify.ts'
import { canonicalize } from '../xml/canonical.ts'
import { parseXml } from '../xml/parse.ts'
import type { FuzzTarget } from './fuzz.ts'

const folder = new URL('../testdata/', import.meta.url)
const filesLike = (pattern: string): readonly Uint8Array[] =>
  globSync(pattern, { cwd: folder })
    .sort()
    .map((name) => readFileSync(new URL(name, folder)))

const prescriptions = () => filesLike('eprescription/*.xml')

/** The reader and every canonical form of what it read. */
export const xmlTarget: FuzzTarget = {
  name: 'xml',
  samples: () => [...filesLike('xmldsig/{merlin-exc-c14n-one,xmldsig2ed-tests}/*.xml'), ...prescriptions()],
  read: (octets) => {
    const document = parseXml(octets)
    for (const method of ['inclusive-1.0', 'inclusive-1.1', 'exclusive'] as const)
      canonicalize(document, { method, comments: true })
  },
}

/** The doors of the formats: they never throw, so a signature that failed by its format counts as refused. */
export const xmlSignatureTarget: FuzzTarget = {
  name: 'xml-signature',
  samples: () => [
    ...filesLike('xmldsig/phaos-xmldsig-three/{signature-rsa-enveloping,signature-rsa-enveloped}.xml'),
    ...prescriptions(),
  ],
  read: (octets) => {
    openEprescription(octets)
    for (const { checks } of openXmlSignatures(octets))
      if (checks[0]?.outcome === 'failed') throw new Malformed('format')
  },
}

export const manifestTarget: FuzzTarget = {
  name: 'manifest',
  samples: () => [manifestOver('META-INF/signature.p7s', [entry('紹介状 1.txt', 'x'), entry('b', 'y')])],
  read: (octets) => {
    readManifest(octets)
  },
}
