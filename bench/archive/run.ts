import type { Ratio } from '../ledger/ratio.ts'
import { keepSection, section } from '../section.ts'
import { intake } from './intake.ts'
import { search } from './search.ts'

/** A new row is a new line here and a small file beside it. */
const parts: readonly (readonly [name: string, measure: () => Promise<readonly Ratio[]>])[] = [
  ['search', search],
  ['intake', intake],
]

/** Measures what was asked for (everything by default), prints the table, and keeps it with `--write`. */
export async function main(argv: readonly string[]): Promise<void> {
  const asked = argv.filter((word) => !word.startsWith('--'))
  const ratios: Ratio[] = []
  for (const [name, measure] of parts) if (asked.length === 0 || asked.includes(name)) ratios.push(...(await measure()))
  const text = section('Archive', 'npm run bench:archive', ratios)
  console.log(text)
  if (argv.includes('--write')) keepSection('Archive', text)
}
