import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const checks = [
  ['types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']],
  ['types of the web', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'web']],
  ['form and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['imported by plain node', 'tools/import-all.mjs', []],
  ['unused code', 'node_modules/knip/bin/knip.js', ['--no-progress']],
]

/** Runs every check and says which failed; exit 1 when one did. */
export async function main() {
  const failed = checks.filter(([name, script, args]) => {
    const started = Date.now()
    const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    return status !== 0
  })
  process.exitCode = failed.length === 0 ? 0 : 1
}
