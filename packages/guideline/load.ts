import type { Edition } from './edition.ts'
import { editionHeadSchema } from './edition-schema.ts'
import { frozen, readFile } from './read-file.ts'
import { evidenceKindsFile, factsFile, glossaryFile, questionsFile, requirementsFile } from './schema.ts'

/** Reads an edition from its folder, checks the shape of every file and freezes it; throws what cannot be used. */
export function readEdition(folder: URL): Edition {
  return frozen(read(folder))
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
