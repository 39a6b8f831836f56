import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'
import { type Edition, loadEdition } from './index.ts'

const data = fileURLToPath(new URL('./data/', import.meta.url))

// For tests and measurements that need data as somebody would put it beside an installation: real files in a folder.

/** Every item is written out, as a person would. */
const written = { aliasDuplicateObjects: false }

type Raw = Readonly<Record<string, unknown>>

/** Writes a checklist into a folder: the one of the package, changed, under an id of its own or under the same. */
export function writeChecklist(folder: string, id: string, change: (raw: Raw) => Raw, of = 'mhlw-checklist-r7'): void {
  const raw = parse(readFileSync(join(data, of, 'checklist.yaml'), 'utf8')) as Raw
  mkdirSync(join(folder, id), { recursive: true })
  writeFileSync(join(folder, id, 'checklist.yaml'), stringify({ ...change(raw), id }, written))
}

/** Copies an edition of the package into a folder and changes one file of its requirements, with all of them at hand. */
export function writeEdition(
  folder: string,
  id: string,
  file: string,
  change: (requirements: readonly Raw[], whole: Edition['requirements']) => readonly Raw[],
): void {
  cpSync(join(data, id), join(folder, id), { recursive: true })
  const path = join(folder, id, 'requirements', file)
  const { requirements } = parse(readFileSync(path, 'utf8')) as { readonly requirements: readonly Raw[] }
  writeFileSync(path, stringify({ requirements: change(requirements, loadEdition(id).requirements) }, written))
}
