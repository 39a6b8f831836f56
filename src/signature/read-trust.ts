import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Certificate, isSelfSigned, Malformed } from '@omamori/signature'
import { Refusal } from '#shared'
import { type Material, readMaterial } from './read-material.ts'

/** 信頼の起点 — what signers and time stamps are judged by; the other certificates may complete a chain under an anchor. */
export interface Trust {
  /** For signers. */
  readonly anchors: readonly Certificate[]
  /** Those of them that are roots of HPKI. */
  readonly hpkiAnchors: readonly Certificate[]
  /** For time-stamping authorities. */
  readonly stampAnchors: readonly Certificate[]
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Uint8Array[]
}

export const noTrust: Trust = { anchors: [], hpkiAnchors: [], stampAnchors: [], certificates: [], crls: [] }

/** A national trust list has some hundreds of certificates. */
const mostFiles = 5_000
/** The biggest revocation list that the package reads. */
const mostBytes = 64 * 1024 * 1024

/**
 * A certificate that signs itself is an anchor, for signers and time stamps alike: each still needs its own purpose. Where the
 * folder has one named `hpki`, only the anchors in there are roots of HPKI; without it the folder is taken for one of HPKI as a whole.
 */
export async function readTrust(folder: string): Promise<Trust> {
  const own = await readFolder(folder)
  const below = join(folder, 'hpki')
  const hpki = (await isFolder(below)) ? await readFolder(below) : null
  const all = [...own, ...(hpki ?? [])]
  const anchors = anchorsOf(all)
  return {
    anchors,
    hpkiAnchors: hpki === null ? anchors : anchorsOf(hpki),
    stampAnchors: anchors,
    certificates: certificatesOf(all).filter((one) => !isSelfSigned(one)),
    crls: all.flatMap((one) => (one.kind === 'list' ? [one.octets] : [])),
  }
}

const certificatesOf = (all: readonly Material[]): readonly Certificate[] =>
  all.flatMap((one) => (one.kind === 'certificate' ? [one.certificate] : []))
const anchorsOf = (all: readonly Material[]): readonly Certificate[] => certificatesOf(all).filter(isSelfSigned)

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(notThere))?.isDirectory() === true

function notThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/**
 * Reads `*.pem`, `*.crt`, `*.cer`, `*.der` and `*.crl` of a folder, and not below it. A file of these names that holds nothing of
 * the kind is refused by name: trust that was meant and not read would make every answer wrong in silence.
 */
async function readFolder(folder: string): Promise<readonly Material[]> {
  const names = (await readdir(folder).catch(() => refuse('not-found', folder)))
    .filter((name) => /\.(pem|crt|cer|der|crl)$/i.test(name))
    .sort()
  if (names.length > mostFiles) throw new Refusal('too-large', { file: folder, limit: mostFiles })
  const read = await Promise.all(names.map((name) => readOne(join(folder, name))))
  return read.flat()
}

async function readOne(file: string): Promise<readonly Material[]> {
  const { size } = await stat(file)
  if (size > mostBytes) throw new Refusal('too-large', { file, limit: mostBytes })
  const bytes = await readFile(file)
  try {
    return readMaterial(bytes, /\.crl$/i.test(file) ? 'list' : 'certificate')
  } catch (error) {
    if (error instanceof Malformed) throw new Refusal('malformed', { file, reason: error.reason }, { cause: error })
    throw error
  }
}

function refuse(code: 'not-found', file: string): never {
  throw new Refusal(code, { file })
}
