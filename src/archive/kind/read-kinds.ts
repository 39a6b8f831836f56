import { readFileSync } from 'node:fs'
import { documentKinds, hpkiProfile } from '@omamori/signature'
import { z } from 'zod'
import { type ArchiveKind, facilityTypes, type RetentionLaw, signatureNeeds, startEvents } from './kind.ts'

const confidence = z.enum(['seen', 'recall'])
const id = z.string().regex(/^[a-z][a-z-]*$/)
const kept = z.enum(['allowed', 'unstated'])

const lawRow = z.strictObject({
  law: id,
  ja: z.string().min(1),
  en: z.string().min(1),
  years: z.int().min(1).max(100).nullable(),
  startsWith: z.enum(startEvents).nullable(),
  startConf: confidence.nullable(),
  where: z.array(z.enum(facilityTypes)).min(1).nullable(),
  conf: confidence,
  source: z.string().min(1),
  checkedOn: z.iso.date(),
  note: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }).optional(),
})

const kindRow = z.strictObject({
  kind: id,
  ja: z.string().min(1),
  en: z.string().min(1),
  laws: z.array(id),
  signature: z.enum(signatureNeeds),
  confirmerRoles: z.array(z.string()),
  electronic: kept,
  outside: kept,
  conf: confidence,
})

const lawsFile = z.strictObject({ version: z.iso.date(), laws: z.array(lawRow) })
const kindsFile = z.strictObject({ version: z.iso.date(), kinds: z.array(kindRow) })

export interface KindTable {
  readonly version: string
  readonly laws: readonly RetentionLaw[]
  readonly kinds: readonly ArchiveKind[]
}

/** Joins the two files and the signature package's matrix. Throws where they contradict each other. */
export function readKinds(lawsText: string, kindsText: string): KindTable {
  const { laws } = lawsFile.parse(JSON.parse(lawsText))
  const { version, kinds } = kindsFile.parse(JSON.parse(kindsText))
  refuseTwice(laws.map(({ law }) => law))
  refuseTwice(kinds.flatMap(({ kind, ja }) => [kind, ja]))
  const lawOf = new Map(laws.map((row) => [row.law, row]))
  const named = (law: string) => lawOf.get(law) ?? wrong(`no such law: ${law}`)
  return { version, laws, kinds: kinds.map((row) => ({ ...row, laws: row.laws.map(named), signers: signersOf(row) })) }
}

/** The signers come from the matrix and from nowhere else, so that the two tables cannot say different things. */
function signersOf({ kind, ja, signature, confirmerRoles }: z.infer<typeof kindRow>): ArchiveKind['signers'] {
  const unknown = confirmerRoles.find((role) => !hpkiProfile.roles.some(({ text }) => text === role))
  if (unknown !== undefined) wrong(`no such role: ${unknown}`)
  const row = documentKinds.find((one) => one.kind === kind || one.japanese === ja)
  if (row !== undefined && (row.kind !== kind || row.japanese !== ja)) wrong(`${kind} is ${row.kind} there`)
  if ((row !== undefined) !== (signature !== 'none')) wrong(`who signs ${kind} is said in one table only`)
  return row?.signatures ?? []
}

function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) wrong(`twice: ${twice}`)
}

function wrong(what: string): never {
  throw new Error(`kinds of documents: ${what}`)
}

const textOf = (file: string) => readFileSync(new URL(`./data/${file}.json`, import.meta.url), 'utf8')

/** 文書の種類の表 — the one that comes with the program. */
export const kindTable: KindTable = readKinds(textOf('laws'), textOf('kinds'))

export const archiveKind = (kind: string): ArchiveKind | undefined => kindTable.kinds.find((one) => one.kind === kind)
