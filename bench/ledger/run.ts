import { keepSection, section } from '../section.ts'
import { append } from './append.ts'
import { audit } from './audit.ts'
import { auditIncremental } from './audit-incremental.ts'
import { peers } from './peers.ts'
import { proofs } from './proofs.ts'
import type { Ratio } from './ratio.ts'
import { size } from './size.ts'

/** A new row is a new line here and a small file beside it. */
const parts: readonly (readonly [name: string, measure: () => Promise<readonly Ratio[]>])[] = [
  ['append', append],
  ['peers', peers],
  ['proofs', proofs],
  ['audit', async () => [...(await audit()), ...(await auditIncremental())]],
  ['size', size],
]

/** Measures what was asked for (everything by default), prints the table, and keeps it with `--write`. */
export async function main(argv: readonly string[]): Promise<void> {
  const asked = argv.filter((word) => !word.startsWith('--'))
  const ratios: Ratio[] = []
  for (const [name, measure] of parts) if (asked.length === 0 || asked.includes(name)) ratios.push(...(await measure()))
  const text = section('Ledger', 'npm run bench:ledger', ratios)
  console.log(text)
  if (argv.includes('--write')) keepSection('Ledger', text)
}
