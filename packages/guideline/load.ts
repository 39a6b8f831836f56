import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { Edition, Frozen } from './edition.ts'
import { editionHeadSchema } from './edition-schema.ts'
import { evidenceKindsFile, factsFile, glossaryFile, questionsFile, requirementsFile } from './schema.ts'

const data = new URL('./data/', import.meta.url)
const loaded = new Map<string, Edition>()

/** The ids of all editions that come with the package. A new edition is a new folder under `data/`. */
export function editions(): readonly string[] {
  return readdirSync(data)
    .filter((id) => existsSync(new URL(`${id}/edition.yaml`, data)))
    .sort()
}

/**
 * Reads an edition from the package's own files, checks its shape and freezes it; a second call costs nothing.
 * Throws when the edition is unknown or a file is not what it should be: then the package itself is damaged.
 */
export function loadEdition(id = 'mhlw-5.2'): Edition {
  const known = loaded.get(id)
  if (known) return known
  if (!editions().includes(id)) throw new Error(`unknown edition "${id}", known are: ${editions().join(', ')}`)
  const edition = frozen(read(new URL(`${id}/`, data)))
  loaded.set(id, edition)
  return edition
}

function read(folder: URL): Edition {
  const head = readFile(new URL('edition.yaml', folder), editionHeadSchema)
  const qa = readFile(new URL('qa.yaml', folder), questionsFile)
  return {
    ...head,
    requirements: head.requirementFiles.flatMap(
      (name) => readFile(new URL(`requirements/${name}`, folder), requirementsFile).requirements,
    ),
    facts: readFile(new URL('applicability-facts.yaml', folder), factsFile).facts,
    evidenceKinds: readFile(new URL('evidence-kinds.yaml', folder), evidenceKindsFile).evidenceKinds,
    terms: readFile(new URL('glossary.yaml', folder), glossaryFile).terms,
    aboutQuestions: qa.about,
    questions: qa.questions,
  }
}

function readFile<T>(file: URL, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new Error(`${file.pathname}: ${first?.path.join('.')}: ${first?.message}`, { cause: result.error })
}

/** Freezes a value all the way down; the files hold plain trees, so it ends. */
function frozen<T>(value: T): Frozen<T> & T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value as Frozen<T> & T
}
