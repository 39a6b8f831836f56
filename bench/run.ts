import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { assessSample } from './assess-sample.ts'
import { type Figure, row } from './figure.ts'
import { firstScreen } from './first-screen.ts'
import { inspectionFile } from './inspection-file.ts'
import { requirementList } from './requirement-list.ts'
import { startServer } from './start-server.ts'
import { workbook } from './workbook.ts'

const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
const columns = ['figure', 'median', 'p95', 'spread', 'limit', 'ratio', 'runs', 'held against']

/** Measures everything, or only the assessment in full; prints the table, and keeps it with `--write`. */
export async function main(argv: readonly string[]): Promise<void> {
  const wholly = !argv.includes('assessment')
  const figures = [...(wholly ? await ofTheProgram() : []), ...(await ofTheAssessment())]
  const text = describe(figures)
  console.log(text)
  // The sections that other commands wrote below stay.
  const others = /\n## [\s\S]*/.exec(readFileSync(page, 'utf8'))?.[0] ?? ''
  if (wholly && argv.includes('--write')) writeFileSync(page, text + others)
}

async function ofTheProgram(): Promise<readonly Figure[]> {
  return [...(await startServer()), assessSample('clinic'), await firstScreen()]
}

/** What `npm run bench:assessment` measures. */
async function ofTheAssessment(): Promise<readonly Figure[]> {
  return [assessSample('hospital'), ...(await requirementList()), ...(await workbook()), await inspectionFile()]
}

function describe(figures: readonly Figure[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`
  return [
    '# Benchmarks',
    '',
    `\`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.version}.`,
    'Ratios below 1.00 are within the limit. Machines are noisy: the median counts, or the p95 where one is given; the spread is shown.',
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...figures.map((figure) => line(row(figure))),
    '',
  ].join('\n')
}
