import { Refusal } from '#shared'
import type { InspectionFile } from './contract.ts'
import { type InspectionPartView, type KeptParts, keptParts } from './wire.ts'
import { wordsOf } from './words/words.ts'

/** 部の控え — the parts as they were set on the paper, so that a screen shows later what the paper said then. */
export function writeParts({ on, parts }: InspectionFile, language: KeptParts['language']): Uint8Array {
  const { titles, leads } = wordsOf(language)
  const said = parts.map((part, index) => ({
    ...{ id: part.id, number: index + 1, title: titles[part.id], lead: leads[part.id] },
    ...{ missing: part.missing, blocks: part.blocks },
  }))
  return Buffer.from(JSON.stringify({ format: 'omamori-inspection-parts@1', on, language, parts: said }), 'utf8')
}

/** Refuses what `writeParts` did not write. */
export function readParts(bytes: Uint8Array): readonly InspectionPartView[] {
  const read = keptParts.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  if (!read.success) throw new Refusal('corrupt', { what: 'inspection-parts' }, { cause: read.error })
  return read.data.parts
}
