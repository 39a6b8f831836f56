import { Malformed } from '../malformed.ts'
import { type Check, type Conclusion, failed } from '../validation/verdict.ts'
import type { ContainerEntry } from './entry.ts'

/** 署名コンテナ — the entries of a container by what they are for (EN 319 162-1 §4.3, §4.4, annex A). */
export interface Container {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** What people put in, by name: everything that is neither `mimetype` nor part of the signing. */
  readonly contents: readonly string[]
  readonly cms: readonly string[]
  readonly xml: readonly string[]
  readonly tokens: readonly string[]
  readonly manifests: readonly string[]
  readonly kind: 'asic-s' | 'asic-e' | null
  readonly checks: readonly Check[]
  /** Set where nobody can say which file a name means. */
  readonly conclusion: Conclusion | null
}

/** One for each person who signed, one for each renewal. Each costs a look at the contents. */
const mostOfAKind = 32

const kinds: Readonly<Record<string, 'asic-s' | 'asic-e'>> = {
  'application/vnd.etsi.asic-s+zip': 'asic-s',
  'application/vnd.etsi.asic-e+zip': 'asic-e',
}

/** Null: nothing in it says that it is a container of signatures. */
export function containerOf(entries: readonly ContainerEntry[]): Container | null {
  const files = entries.filter(({ name, bytes }) => !(name.endsWith('/') && bytes.length === 0))
  const names = [...new Set(files.map(({ name }) => name))]
  const like = (pattern: RegExp): readonly string[] => {
    const found = names.filter((name) => pattern.test(name))
    if (found.length > mostOfAKind) throw new Malformed('container-too-many-signatures', { limit: mostOfAKind })
    return found
  }
  const cms = like(/^META-INF\/[^/]*signature[^/]*\.p7s$/)
  const xml = like(/^META-INF\/[^/]*signatures[^/]*\.xml$/)
  const tokens = like(/^META-INF\/[^/]*timestamp[^/]*\.tst$/)
  const manifests = like(/^META-INF\/[^/]*ASiC(Archive)?Manifest[^/]*\.xml$/)
  const [first] = entries
  const mimetype = files.find(({ name }) => name === 'mimetype')
  const kind =
    mimetype === undefined ? null : (kinds[Buffer.from(mimetype.bytes.subarray(0, 64)).toString('latin1')] ?? null)
  if (kind === null && cms.length + xml.length + tokens.length === 0) return null
  const ofSigning = new Set([...cms, ...xml, ...tokens, ...manifests, ...furniture])
  const checks = [mimetypeCheck(mimetype, first, kind), plain(files), distinct(files)]
  const wrong = checks.find(({ code, outcome }) => code !== 'container-mimetype' && outcome === 'failed')
  return {
    files: new Map(files.map(({ name, bytes }) => [name, bytes])),
    contents: names.filter((name) => !ofSigning.has(name)),
    cms,
    xml,
    tokens,
    manifests,
    kind,
    checks,
    conclusion: wrong === undefined ? null : failed('FORMAT_FAILURE', wrong.code),
  }
}

/** Descriptions that readers of other formats want; nothing of the contents. */
const furniture = ['mimetype', 'META-INF/manifest.xml', 'META-INF/container.xml', 'META-INF/metadata.xml']

/** Where it deviates the signature is no worse: it says to other programs what the file is. */
function mimetypeCheck(
  mimetype: ContainerEntry | undefined,
  first: ContainerEntry | undefined,
  kind: Container['kind'],
): Check {
  const code = 'container-mimetype'
  const trouble =
    mimetype === undefined
      ? 'missing'
      : kind === null
        ? 'unknown'
        : mimetype !== first
          ? 'not-first'
          : mimetype.stored
            ? null
            : 'compressed'
  return { code, outcome: trouble === null ? 'passed' : 'failed', facts: trouble === null ? {} : { trouble } }
}

/** Out of the container, from a root, with a drive, or written so that a person reads something else. */
const strange = /(^|\/)\.{0,2}(\/|$)|\\|^[A-Za-z]:|[\p{Cc}\p{Bidi_Control}]/u

function plain(files: readonly ContainerEntry[]): Check {
  const found = files.filter(({ name }) => strange.test(name))
  return named(
    'entry-names-plain',
    found.map(({ name }) => name),
  )
}

/** Two names that one disk holds as one, or one reference means both: whoever unpacks them may see another file than was signed. */
function distinct(files: readonly ContainerEntry[]): Check {
  const seen = new Set<string>()
  const twice = files.filter(({ name }) => {
    const folded = unescaped(name)
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[. ]+(?=\/|$)/g, '')
    const known = seen.has(folded)
    seen.add(folded)
    return known
  })
  return named(
    'entry-names-distinct',
    twice.map(({ name }) => name),
  )
}

const named = (code: string, found: readonly string[]): Check => ({
  code,
  outcome: found.length === 0 ? 'passed' : 'failed',
  facts: found.length === 0 ? {} : { names: listed(found) },
})

export const listed = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => name.slice(0, 200))
    .join(', ')

/** The entry that a URI means: its name, as it stands or with its escapes. Never anything outside the container. */
export const entryNamed = ({ files }: Pick<Container, 'files'>, uri: string): string | null =>
  [uri, unescaped(uri)].find((name) => files.has(name)) ?? null

function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
