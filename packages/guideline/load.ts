import { existsSync, readdirSync } from 'node:fs'
import type { Edition } from './edition.ts'
import { editionHeadSchema } from './edition-schema.ts'
import { data, frozen, readFile } from './read-file.ts'
import { evidenceKindsFile, factsFile, glossaryFile, questionsFile, requirementsFile } from './schema.ts'

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
