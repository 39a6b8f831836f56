import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fuzz } from '../packages/signature/fuzz/fuzz.ts'
import { targets } from '../packages/signature/fuzz/targets.ts'
import { pageOf } from './fuzz-signature-page.mjs'

const STRETCH = 20_000

/** The longest that one mutant may take: every file is to be answered within 2 s for each MB, and no mutant has more than one. */
const SLOW_MS = 2000

/** Runs in stretches, and keeps what was done after each. */
export async function main(argv) {
  const option = (name, otherwise) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : otherwise)
  const [seed, count] = [Number(option('--seed', 2026)), Number(option('--count', 1_000_000))]
  const [only, file, page] = [option('--only')?.split(','), option('--state'), option('--page')]
  const state = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { seed, targets: {} }
  const chosen = targets.filter(({ name }) => only === undefined || only.includes(name))
  for (const target of chosen) {
    const fresh = { done: 0, seconds: 0, read: 0, refused: 0, thrown: [], slowest: { ms: 0, number: 0 } }
    const figures = state.targets[target.name] ?? fresh
    state.targets[target.name] = figures
    while (figures.done < count) {
      stretch(target, state.seed, figures, Math.min(count, figures.done + STRETCH))
      if (file) writeFileSync(file, JSON.stringify(state))
      console.log(target.name, JSON.stringify(figures))
    }
  }
  if (page) writeFileSync(page, pageOf(state, new Date().toISOString().slice(0, 10)))
  const bad = Object.values(state.targets).some(({ thrown, slowest }) => thrown.length > 0 || slowest.ms > SLOW_MS)
  process.exitCode = bad ? 1 : 0
}

function stretch(target, seed, figures, to) {
  const started = process.cpuUsage()
  const { read, refused, thrown, slowest } = fuzz(target, seed, figures.done, to)
  const { user, system } = process.cpuUsage(started)
  figures.read += read
  figures.refused += refused
  figures.thrown.push(...thrown)
  if (slowest.ms > figures.slowest.ms) figures.slowest = slowest
  figures.done = to
  figures.seconds += (user + system) / 1e6
}
