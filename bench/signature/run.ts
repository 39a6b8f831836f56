import type { Ratio } from '../ledger/ratio.ts'
import { keepSection, section } from '../section.ts'
import { cms } from './cms.ts'
import { hostile } from './hostile.ts'
import { memory } from './memory.ts'
import { pdf } from './pdf.ts'
import { prescription } from './prescription.ts'

/** A new row is a new line here and a small file beside it. */
const parts: readonly (readonly [name: string, measure: () => Promise<readonly Ratio[]>])[] = [
  ['prescription', prescription],
  ['pdf', pdf],
  ['cms', cms],
  ['memory', memory],
  ['hostile', hostile],
]

/** Measures what was asked for (everything by default), prints the table, and keeps it with `--write`. */
export async function main(argv: readonly string[]): Promise<void> {
  const asked = argv.filter((word) => !word.startsWith('--'))
  const ratios: Ratio[] = []
  for (const [name, measure] of parts) if (asked.length === 0 || asked.includes(name)) ratios.push(...(await measure()))
  const text = section('Signature', 'npm run bench:signature', ratios)
  console.log(text)
  if (argv.includes('--write')) keepSection('Signature', text)
}
