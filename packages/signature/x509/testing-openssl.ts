import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder in which `openssl verify` is asked, for one test run. */
export interface OpensslFolder {
  keep(file: string, kind: 'CERTIFICATE' | 'X509 CRL', ...octets: readonly Uint8Array[]): void
  /** Which of the files `openssl verify` calls OK. */
  accepted(parameters: readonly string[], files: readonly string[]): ReadonlySet<string>
  close(): void
}

export function opensslFolder(): OpensslFolder {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-openssl-'))
  return {
    keep: (file, kind, ...octets) => writeFileSync(join(folder, file), octets.map((one) => pem(kind, one)).join('')),
    accepted: (parameters, files) => {
      const { stdout } = spawnSync('openssl', ['verify', ...parameters, ...files], { cwd: folder, encoding: 'latin1' })
      return new Set([...stdout.matchAll(/^(\S+): OK$/gm)].flatMap(([, file]) => file ?? []))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const pem = (kind: 'CERTIFICATE' | 'X509 CRL', octets: Uint8Array): string => {
  const lines =
    Buffer.from(octets)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ''].join('\n')
}
