import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { assessSample } from './assess-sample.ts'
import { type Figure, row } from './figure.ts'
import { firstScreen } from './first-screen.ts'
import { startServer } from './start-server.ts'
import { workbook } from './workbook.ts'

const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
const columns = ['figure', 'median', 'spread', 'limit', 'ratio', 'runs', 'held against']

/** Measures everything, prints the table, and keeps it with `--write`. */
export async function main(argv: readonly string[]): Promise<void> {
  const figures = [
    ...(await startServer()),
    assessSample('clinic'),
    assessSample('hospital'),
    await firstScreen(),
    ...(await workbook()),
  ]
  const text = describe(figures)
  console.log(text)
  if (argv.includes('--write')) writeFileSync(page, text)
}

function describe(figures: readonly Figure[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`
  return [
    '# Benchmarks',
    '',
    `\`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.version}.`,
    'Ratios below 1.00 are within the limit. Machines are noisy: the median counts, the spread is shown.',
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...figures.map((figure) => line(row(figure))),
    '',
  ].join('\n')
}
