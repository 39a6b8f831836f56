import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWebIfNeeded } from './build-web.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs the suite once (the words after `npm test --` go to the runner) and prints `N passed, N failed, N skipped`. */
export async function main(args) {
  await buildWebIfNeeded()
  const folder = mkdtempSync(join(tmpdir(), 'omamori-test-'))
  const report = join(folder, 'report.json')
  try {
    const runner = [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const { status } = spawnSync(process.execPath, [...runner, ...args], { cwd: root, stdio: 'inherit' })
    const result = JSON.parse(readFileSync(report, 'utf8'))
    const skipped = result.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo'),
    )
    const reasons = new Set(skipped.map(({ fullName }) => /needs .*\)/.exec(fullName)?.[0] ?? fullName))
    for (const reason of reasons) console.log(`skipped: ${reason}`)
    // A file that cannot even be loaded has no tests to count as failed; it still is a failure.
    const unloadable = result.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length
    console.log(
      `${result.numPassedTests} passed, ${result.numFailedTests + unloadable} failed, ${skipped.length} skipped`,
    )
    process.exitCode = status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
