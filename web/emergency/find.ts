import { type PackageAbout, type PackageDocument, searchable, type WordsPiece } from '#archive/contract'

/** 探し方 — empty fields ask for nothing. */
export interface Question {
  readonly words: string
  readonly patient: string
  readonly kind: string
  readonly from: string
  readonly to: string
}

/** What is read of a package to answer a question. */
export interface Searched {
  readonly about: Pick<PackageAbout, 'kinds' | 'chunks'>
  readonly documents: readonly PackageDocument[]
  words(number: number): Promise<readonly WordsPiece[]>
}

/**
 * 探す — the numbers of the documents in which every word stands: in what is known of it, or in what it says. The words of documents are opened chunk
 * by chunk and let go again, so that a large package needs no more memory than a small one. Newest first.
 */
export async function find({ about, documents, words }: Searched, question: Question): Promise<readonly number[]> {
  const asked = searchable(question.words)
    .split(' ')
    .filter((word) => word !== '')
  const missing = new Map<number, ReadonlySet<string>>()
  for (const [number, document] of documents.entries())
    if (fits(document, question)) missing.set(number, stillMissing(asked, headWords(document, about.kinds)))
  for (let chunk = 1; chunk <= about.chunks.words && hasMissing(missing); chunk++)
    for (const [number, text] of await words(chunk)) {
      const before = missing.get(number)
      if (before?.size) missing.set(number, stillMissing([...before], text))
    }
  const found = [...missing].filter(([, { size }]) => size === 0).map(([number]) => number)
  return found.toSorted((one, other) => newestFirst(documents[one], documents[other]) || one - other)
}

const hasMissing = (missing: ReadonlyMap<number, ReadonlySet<string>>): boolean =>
  [...missing.values()].some(({ size }) => size > 0)

const stillMissing = (asked: readonly string[], text: string): ReadonlySet<string> =>
  new Set(asked.filter((word) => !text.includes(word)))

const fits = ({ patient, kind, writtenOn }: PackageDocument, asked: Question): boolean =>
  (asked.patient === '' || patient === asked.patient) &&
  (asked.kind === '' || kind === asked.kind) &&
  (asked.from === '' || writtenOn >= asked.from) &&
  (asked.to === '' || writtenOn <= asked.to)

function headWords({ title, patient, encounter, kind, writtenOn }: PackageDocument, kinds: PackageAbout['kinds']) {
  const named = kinds[kind]
  return searchable([title, patient, encounter, named?.ja, named?.en, writtenOn].filter(Boolean).join(' '))
}

const newestFirst = (one?: PackageDocument, other?: PackageDocument): number =>
  (other?.writtenOn ?? '').localeCompare(one?.writtenOn ?? '')
