import { type SignedContent, wholeContent } from '../cms/open-signer.ts'
import { Malformed } from '../malformed.ts'
import type { AlgorithmUse, SignedPiece } from '../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import { gravest } from '../xades/verify.ts'
import { type Container, entryNamed, listed } from './container.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** What a signature or a time stamp that stands in a file of its own is about. */
export interface Subject {
  /** The entry whose octets lie under it: its manifest, or the only content. Null: nobody can say. */
  readonly name: string | null
  /** Entries that the manifest names and that are there, or the only content. */
  readonly covered: readonly string[]
  readonly checks: readonly Check[]
  readonly conclusion: Conclusion | null
  readonly algorithms: readonly AlgorithmUse[]
}

/** A container that is being verified: each manifest is read once, each file digested once for each algorithm. */
export interface Reading {
  readonly container: Container
  readonly manifests: ReadonlyMap<string, Manifest>
  /** Manifests that cannot be read, and why. */
  readonly unreadable: readonly string[]
  content(name: string): SignedContent
}

export function readingOf(container: Container): Reading {
  const manifests = new Map<string, Manifest>()
  const unreadable: string[] = []
  const contents = new Map<string, SignedContent>()
  for (const name of container.manifests)
    try {
      manifests.set(name, readManifest(bytesOf(container, name)))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      unreadable.push(`${name}: ${error.reason}`)
    }
  const content = (name: string): SignedContent => {
    const known = contents.get(name) ?? wholeContent(bytesOf(container, name))
    contents.set(name, known)
    return known
  }
  return { container, manifests, unreadable, content }
}

export function bytesOf({ files }: Container, name: string): Uint8Array {
  const bytes = files.get(name)
  if (bytes === undefined) throw new RangeError(`no entry ${name}`)
  return bytes
}

/** The octets under it, and those under its manifest. */
export const piecesOf = ({ name, covered }: Subject, container: Container): readonly SignedPiece[] =>
  [...new Set([...(name === null ? [] : [name]), ...covered])].map((one) => ({
    name: one,
    bytes: bytesOf(container, one),
  }))

/** By its manifest (ASiC-E, archives); without one it is about the only content (ASiC-S, EN 319 162-1 §4.3.3.2). */
export function subjectOf(file: string, reading: Reading): Subject {
  const { container } = reading
  const named = [...reading.manifests].filter(([, { signature }]) => entryNamed(container, signature) === file)
  const [found, second] = named
  if (second !== undefined) return unknown('one-manifest', { found: named.length })
  if (found !== undefined) return ofManifest(...found, reading)
  const { contents, kind } = container
  if (kind === 'asic-e') return unknown('manifest-found', { unreadable: listed(reading.unreadable) })
  const [only, ...others] = contents
  if (only === undefined || others.length > 0) return unknown('one-content', { found: contents.length })
  return { name: only, covered: [only], checks: [], conclusion: null, algorithms: [] }
}

function unknown(code: string, facts: Check['facts']): Subject {
  const checks: readonly Check[] = [{ code, outcome: 'failed', facts }]
  return { name: null, covered: [], checks, conclusion: failed('FORMAT_FAILURE', code), algorithms: [] }
}

function ofManifest(name: string, { references }: Manifest, { container, content }: Reading): Subject {
  const resolved = references.map((reference) => ({ ...reference, entry: entryNamed(container, reference.uri) }))
  const missing = resolved.filter(({ entry }) => entry === null)
  const strange = resolved.filter(({ digest }) => digest === null)
  const changed = resolved.filter(
    ({ entry, digest, value }) =>
      entry !== null && digest !== null && Buffer.compare(content(entry).digest(digest), value) !== 0,
  )
  const look = (code: string, wrong: typeof resolved, because: Conclusion) => ({
    check: {
      code,
      outcome: wrong.length === 0 ? 'passed' : because.indication === 'TOTAL-FAILED' ? 'failed' : 'unknown',
      facts: {
        references: references.length,
        ...(wrong.length > 0 ? { names: listed(wrong.map(({ uri }) => uri)) } : {}),
      },
    } satisfies Check,
    conclusion: wrong.length === 0 ? null : because,
  })
  const looks = [
    look('manifest-reference-found', missing, indeterminate('SIGNED_DATA_NOT_FOUND', 'manifest-reference-found')),
    look('digest-known', strange, indeterminate('CRYPTO_CONSTRAINTS_FAILURE', 'digest-known')),
    look('manifest-reference-digest', changed, failed('HASH_FAILURE', 'manifest-reference-digest')),
  ]
  const digests = new Set(resolved.flatMap(({ digest }) => (digest === null ? [] : [digest])))
  return {
    name,
    covered: [...new Set(resolved.flatMap(({ entry }) => (entry === null ? [] : [entry])))],
    checks: looks.map(({ check }) => check),
    conclusion: gravest(looks.map(({ conclusion }) => conclusion)),
    algorithms: [...digests].map((algorithm) => ({ algorithm, place: 'signed-digest' })),
  }
}
