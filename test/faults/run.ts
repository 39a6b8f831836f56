import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { catalogue, type Fault } from './catalogue.ts'
import { added, type Figure, isClean, line, nothing } from './figure.ts'
import { pageOf } from './page.ts'

const page = fileURLToPath(new URL('../../docs/faults.md', import.meta.url))

/** Runs the faults named, or all of them, prints their figures, and ends with 1 when one is not as it must be. */
export async function main(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      log: { type: 'string' },
      page: { type: 'boolean' },
    },
  })
  if (values.page) {
    const day = new Date().toISOString().slice(0, 10)
    return writeFileSync(page, pageOf(catalogue, batchesIn(values.log ?? ''), day))
  }
  const unknown = positionals.filter((word) => !catalogue.some(({ name }) => name === word))
  if (unknown.length > 0) throw new Error(`no such fault: ${unknown.join(', ')}`)
  for (const fault of catalogue.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    await runOne(fault, Number(values.rounds ?? fault.rounds), Number(values.seed), values.log)
  }
}

async function runOne(fault: Fault, rounds: number, seed: number, log: string | undefined): Promise<void> {
  const needs = fault.needs?.()
  if (needs !== undefined) return console.log(`${fault.name}: skipped: ${needs}`)
  const figure = await inBatches(fault, rounds, seed, log)
  const isRight = fault.isMutant ? !isClean(figure) : isClean(figure)
  const verdict = isRight ? (fault.isMutant ? ' — caught' : '') : fault.isMutant ? ' — NOT CAUGHT' : ' — FAILED'
  console.log(`${line(figure)}${verdict}`)
  if (!isRight) process.exitCode = 1
}

/** A batch at a time, each with a seed of its own; batches that stand in the log are not run again. */
async function inBatches(fault: Fault, rounds: number, seed: number, log: string | undefined): Promise<Figure> {
  const done = batchesIn(log ?? '')
  let total = nothing(fault.name, seed)
  for (let batch = 0; batch * fault.batch < rounds; batch += 1) {
    const known = done.find((one) => one.fault === fault.name && one.seed === seed + batch)
    const size = Math.min(fault.batch, rounds - batch * fault.batch)
    const figure = known ?? { ...(await fault.strike(size, seed + batch)), fault: fault.name }
    if (!known && log !== undefined) appendFileSync(log, `${JSON.stringify(figure)}\n`)
    total = added(total, figure)
  }
  return total
}

function batchesIn(log: string): readonly Figure[] {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  return lines.filter((text) => text !== '').map((text) => JSON.parse(text) as Figure)
}
