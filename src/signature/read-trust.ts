import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Certificate, isSelfSigned, Malformed, readCertificate, readRevocationList } from '@omamori/signature'
import { Refusal } from '#shared'

/** 信頼の起点 — what signers and time stamps are judged by. A certificate that signs itself is an anchor; the others may complete a chain. */
export interface Trust {
  readonly anchors: readonly Certificate[]
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Uint8Array[]
}

export const noTrust: Trust = { anchors: [], certificates: [], crls: [] }

/** A national trust list has some hundreds of certificates. */
const mostFiles = 5_000
/** The biggest revocation list that the package reads. */
const mostBytes = 64 * 1024 * 1024

/**
 * Reads `*.pem`, `*.crt`, `*.cer`, `*.der` and `*.crl` of a folder, and not below it. A file of these names that holds nothing of the kind
 * is refused by name: trust that was meant and not read would make every answer wrong in silence.
 */
export async function readTrust(folder: string): Promise<Trust> {
  const names = (await readdir(folder).catch(() => refuse('not-found', folder)))
    .filter((name) => /\.(pem|crt|cer|der|crl)$/i.test(name))
    .sort()
  if (names.length > mostFiles) throw new Refusal('too-large', { file: folder, limit: mostFiles })
  const read = await Promise.all(names.map((name) => readOne(join(folder, name))))
  const all = read.flat()
  const certificates = all.flatMap((one) => (one.kind === 'certificate' ? [one.certificate] : []))
  return {
    anchors: certificates.filter(isSelfSigned),
    certificates: certificates.filter((one) => !isSelfSigned(one)),
    crls: all.flatMap((one) => (one.kind === 'list' ? [one.octets] : [])),
  }
}

type Read =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'list'; readonly octets: Uint8Array }

async function readOne(file: string): Promise<readonly Read[]> {
  const { size } = await stat(file)
  if (size > mostBytes) throw new Refusal('too-large', { file, limit: mostBytes })
  const bytes = await readFile(file)
  const blocks = [
    ...bytes.toString('latin1').matchAll(/-----BEGIN (CERTIFICATE|X509 CRL)-----([\sA-Za-z0-9+/=]+)-----END \1-----/g),
  ]
  try {
    if (blocks.length > 0)
      return blocks.map(([, label, text = '']) => readOctets(Buffer.from(text, 'base64'), label === 'X509 CRL'))
    return [readOctets(bytes, /\.crl$/i.test(file))]
  } catch (error) {
    if (error instanceof Malformed) throw new Refusal('malformed', { file, reason: error.reason }, { cause: error })
    throw error
  }
}

function readOctets(octets: Uint8Array, isList: boolean): Read {
  if (!isList) return { kind: 'certificate', certificate: readCertificate(octets) }
  readRevocationList(octets)
  return { kind: 'list', octets }
}

function refuse(code: 'not-found', file: string): never {
  throw new Refusal(code, { file })
}
