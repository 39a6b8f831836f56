import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { hospitalWithDocuments } from '../emergency-sample.ts'
import { atPlatform } from '../installation.ts'
import { omamori, root } from '../running.ts'

/** Larger than a chunk, so that a file of the package is larger than everything else that is written. */
const large = {
  kind: 'other',
  standing: 'copy',
  title: '長い記録',
  patient: 'P-0042',
  writtenOn: '2026-11-20',
} as const

const start = async () => {
  const { data, secret, folder } = await hospitalWithDocuments(async ({ documents }, caller) => {
    await documents.register(caller, large, { name: 'long.bin', bytes: randomBytes(9 * 1024 * 1024) })
  })
  const output = join(folder, 'package')
  const words = ['cli/omamori.mjs', 'export', '--emergency', '--data', data, '--all', '--output', output]
  return { data, folder, output, words: [...words, '--package-passphrase-file', secret] }
}

it('a run that is killed in the middle leaves nothing that looks finished, and the next makes the package', async () => {
  const { data, folder, output, words } = await start()
  const child = spawn(process.execPath, words, { cwd: root })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (!existsSync(join(`${output}.new`, 'data', '000001.js'))) await pause(2)
  child.kill('SIGKILL')
  await ended
  expect(existsSync(output)).toBe(false)
  expect(readdirSync(`${output}.new`)).not.toContain('index.html')
  const made = await omamori(...words.slice(1))
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(readdirSync(folder).toSorted()).toEqual(['data', 'package', 'passphrase.txt'])
  // What the killed run copied stands in the journal too: it left the store.
  await atPlatform({ data }, async ({ journal, facilities }) => {
    const [known] = await facilities()
    const caller = { facilityId: known?.facilityId ?? '', actor: { kind: 'console' }, roles: [] } as const
    const count = async (act: string) => (await journal.read(caller, { act }, { limit: 50 })).entries.length
    expect([await count('document.exported'), await count('archive.exported')]).toEqual([18, 1])
  })
})

it('a medium without room is told, and nothing of the package is left', async () => {
  const { folder, words } = await start()
  // A limit on the size of the files that the process may write makes its writes fail half-way, as a full disk does.
  const limited = ['--fsize=5000000', process.execPath, ...words]
  const { status, stderr } = spawnSync('prlimit', limited, { cwd: root, encoding: 'utf8' })
  expect([status, stderr]).toEqual([3, expect.stringContaining('空き')])
  expect(readdirSync(folder).toSorted()).toEqual(['data', 'passphrase.txt'])
})
