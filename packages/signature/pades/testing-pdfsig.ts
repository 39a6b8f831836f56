import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const found = spawnSync('pdfsig', ['-v']).error === undefined
const needed = 'needs poppler-utils (apt-get install poppler-utils)'

/** A test with pdfsig as the peer; where it is missing the test says so instead. */
export function testWithPdfsig(name: string, body: () => Promise<void>): void {
  if (found) test(name, body)
  else if (process.env.OMAMORI_FORBID_SKIP === '1') test(name, () => expect.fail(needed))
  else test.skip(`${name} — skipped: ${needed}`)
}

/** What another program says to these files. */
export function ask(
  program: string,
  parameters: readonly string[],
  files: Readonly<Record<string, Uint8Array | string>>,
): { readonly good: boolean; readonly out: string } {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-pades-'))
  try {
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
    const { status, stdout, stderr } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8' })
    return { good: status === 0, out: `${stdout}${stderr}` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
