import { spawnSync } from 'node:child_process'
import { type Certificate, readCertificate, type ValidationContext } from '@omamori/signature'
import { contextAt } from '../../packages/signature/testing/context.ts'
import { testCertificate, testKey, testList } from '../../packages/signature/testing/test-pki.ts'

export const PAIRS = 9
const MILLISECONDS = 500

/** RSA-2048, as all keys of the test PKI and those on HPKI cards. */
export const doctor = { key: testKey('doctor'), at: Date.parse('2026-06-01T09:00:00Z') }
export const stampedAt = Date.parse('2026-06-01T12:00:00Z')
export const askedAt = '2026-06-02T00:00:00Z'

const lists = ['signing-2026-06-01', 'sarl-2026-06-01', 'stamp-2026-06-01'].map(testList)
export const context = (): ValidationContext => contextAt(askedAt, { crls: lists })

/** Anchors and lists as they lie in a file: read anew each time, nothing remembered. */
export function coldContext(): ValidationContext {
  const anew = (one: Certificate) => readCertificate(Uint8Array.from(one.raw))
  const { anchors, stampAnchors, crls, ...rest } = context()
  return {
    ...rest,
    anchors: anchors.map(anew),
    stampAnchors: stampAnchors.map(anew),
    crls: crls.map((list) => Uint8Array.from(list)),
  }
}

/** What goes with a signature to be judged without asking anybody. */
export const material = { certificates: [testCertificate('signing-ca').raw], crls: lists, ocsps: [] }

export const pemOf = ({ raw }: Certificate): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(raw).toString('base64')}\n-----END CERTIFICATE-----\n`

/** How often in a second of processor time, all threads together: what else the machine does falls on elapsed time. */
export async function rateOf(once: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  const done = await repeated(once)
  const { user, system } = process.cpuUsage(before)
  return (done * 1e6) / (user + system)
}

/** The same, several times, by itself; the first warms up and is not counted. */
export async function ratesOf(once: () => unknown): Promise<readonly number[]> {
  const rates: number[] = []
  for (let i = 0; i <= PAIRS; i++) rates.push(await rateOf(once))
  return rates.slice(1)
}

/** How often in a second, for comparing with programs that have processes of their own. */
export async function elapsedRateOf(once: () => unknown): Promise<number> {
  const started = performance.now()
  const done = await repeated(once)
  return (done * 1000) / (performance.now() - started)
}

async function repeated(once: () => unknown): Promise<number> {
  const until = performance.now() + MILLISECONDS
  let done = 0
  do {
    await once()
    done++
  } while (performance.now() < until)
  return done
}

/** Says it where a program is not there: its rows are then left out. */
export function isInstalled(program: string): boolean {
  const found = spawnSync(program, ['-v']).error === undefined
  if (!found) console.error(`skipped: ${program} is not installed`)
  return found
}

/** Runs another program that must accept what it is given. */
export function accepts(program: string, parameters: readonly string[], folder: string): void {
  const { status, stderr } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} did not accept the file: ${stderr}`)
}
