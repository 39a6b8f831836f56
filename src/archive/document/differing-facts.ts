import type { Content } from '../content/content.ts'

/** A hostile file says as much as it likes: nobody reads more than this of it here. */
const mostFacts = 50
const longestValue = 300

interface DifferingFact {
  readonly name: string
  readonly before?: string
  readonly after?: string
}

type Said = Omit<Content, 'text'>

/** 違う項目 — what two files say of themselves, where it is not the same; a side that says nothing has no value. */
export function differingFacts(before: Said, after: Said): readonly DifferingFact[] {
  const [one, other] = [saidBy(before), saidBy(after)]
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => one.get(name) !== other.get(name))
    .slice(0, mostFacts)
    .map((name) => ({ name, ...sideOf('before', one.get(name)), ...sideOf('after', other.get(name)) }))
}

const sideOf = (side: 'before' | 'after', value: string | undefined) =>
  value === undefined ? {} : { [side]: value.slice(0, longestValue) }

function saidBy({ type, title, documentType, date, pages, patient, facts }: Said): ReadonlyMap<string, string> {
  const known = { type, title, documentType, date, pages }
  const person = { patientId: patient?.id, patientName: patient?.name, patientBornOn: patient?.bornOn }
  const all = Object.entries({ ...facts, ...known, ...person })
  return new Map(all.flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]])))
}
