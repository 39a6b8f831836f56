import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const found = spawnSync('xmlsec1', ['--version']).error === undefined
const needed = 'needs xmlsec1 (apt-get install xmlsec1)'

/** A test with xmlsec1 as the peer; where it is missing the test says so instead. */
export function testWithXmlsec(name: string, body: () => Promise<void>): void {
  if (found) test(name, body)
  else if (process.env.OMAMORI_FORBID_SKIP === '1') test(name, () => expect.fail(needed))
  else test.skip(`${name} — skipped: ${needed}`)
}

/** Runs xmlsec1 in a folder with these files; what it wrote, and whether it was content. */
export function xmlsec(
  files: Readonly<Record<string, Uint8Array | string>>,
  parameters: readonly string[],
): { readonly good: boolean; readonly out: string; readonly error: string } {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-xmlsec-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const { status, stdout, stderr } = spawnSync('xmlsec1', parameters, { cwd: folder, encoding: 'utf8' })
    return { good: status === 0, out: stdout, error: stderr }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const pemOf = (certificate: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate)
    .toString('base64')
    .replaceAll(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`
