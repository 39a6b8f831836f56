import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fuzz } from '../packages/ledger/fuzz.ts'

const STRETCH = 20_000

/** Runs in stretches, and keeps what was done after each. */
export async function main(argv) {
  const option = (name, otherwise) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : otherwise)
  const [seed, count] = [Number(option('--seed', 2026)), Number(option('--count', 1_000_000))]
  const file = option('--state')
  const fresh = { seed, done: 0, seconds: 0, inclusion: 0, consistency: 0, notes: 0, receipts: 0, accepted: [] }
  const state = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : fresh
  while (state.done < count) {
    const started = process.cpuUsage()
    const to = Math.min(count, state.done + STRETCH)
    const { accepted, ...counts } = await fuzz(state.seed, state.done, to)
    for (const [kind, figure] of Object.entries(counts)) state[kind] += figure
    state.accepted.push(...accepted)
    state.done = to
    const { user, system } = process.cpuUsage(started)
    state.seconds += (user + system) / 1e6
    if (file) writeFileSync(file, JSON.stringify(state))
    console.log(JSON.stringify(state))
  }
  process.exitCode = state.accepted.length === 0 ? 0 : 1
}
