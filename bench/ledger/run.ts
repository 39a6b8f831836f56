import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { append } from './append.ts'
import { audit } from './audit.ts'
import { auditIncremental } from './audit-incremental.ts'
import { peers } from './peers.ts'
import { proofs } from './proofs.ts'
import { type Ratio, ratioRow } from './ratio.ts'
import { size } from './size.ts'

const page = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url))
const columns = ['figure', 'median', 'spread', 'bar', '', 'pairs', 'held against']

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
  const text = describe(ratios)
  console.log(text)
  if (argv.includes('--write'))
    writeFileSync(page, `${readFileSync(page, 'utf8').replace(/\n## Ledger[\s\S]*/, '')}\n${text}`)
}

function describe(ratios: readonly Ratio[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`
  return [
    '## Ledger',
    '',
    `\`npm run bench:ledger -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.version}.`,
    'Ours and the peer are measured in turns; the median of the pairs counts, the spread is shown. At or above the bar is good.',
    `Load over the last five minutes: ${loadavg()[1]?.toFixed(1)} on ${cpus().length} cores; much above the number of cores, elapsed times say little.`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...ratios.map((ratio) => line(ratioRow(ratio))),
    '',
  ].join('\n')
}
