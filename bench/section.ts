import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Ratio, ratioRow } from './ledger/ratio.ts'

const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
const columns = ['figure', 'median', 'spread', 'bar', '', 'pairs', 'held against']

/** Figures under a heading of their own, by the command that measured them. */
export function section(title: string, command: string, ratios: readonly Ratio[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`
  return [
    `## ${title}`,
    '',
    `\`${command} -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.version}.`,
    'Ours and the peer are measured in turns; the median of the pairs counts, the spread is shown. At or above the bar is good.',
    `Load over the last five minutes: ${loadavg()[1]?.toFixed(1)} on ${cpus().length} cores; much above the number of cores, elapsed times say little.`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...ratios.map((ratio) => line(ratioRow(ratio))),
    '',
  ].join('\n')
}

/** Puts a section in the place of the older one, or behind all others; those stay as they are. */
export function keepSection(title: string, text: string): void {
  const sections = readFileSync(page, 'utf8').split(/\n(?=## )/)
  const at = sections.findIndex((one) => one.startsWith(`## ${title}\n`))
  writeFileSync(page, (at < 0 ? [...sections, text] : sections.with(at, text)).join('\n'))
}
