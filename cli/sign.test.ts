import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { membersOf, readAsn1 } from '../packages/signature/asn1/read.ts'
import { integerOf, octetsOf } from '../packages/signature/asn1/value.ts'
import { integer, sequence } from '../packages/signature/asn1/write.ts'
import { stampAuthority } from '../packages/signature/testing/stamp-authority.ts'
import { omamoriHere } from '../test/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'sign-'))
const file = (name: string): string => join(folder, name)
const pki = fileURLToPath(new URL('../packages/signature/testdata/test-pki', import.meta.url))
let authority: Server
let tsa: string

/** A time-stamping authority over HTTP; /broken answers with a page, /other stamps something else. */
beforeAll(async () => {
  authority = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const [, imprint, nonce] = membersOf(readAsn1(Buffer.concat(parts)))
    if (imprint === undefined || request.url === '/broken') return response.end('<html>')
    const value = request.url === '/other' ? Buffer.alloc(32) : octetsOf(membersOf(imprint)[1])
    const token = await stampAuthority(
      Date.now(),
      'stamp-authority',
      [],
      integerOf(nonce),
    )({ digest: 'SHA-256', value })
    response.end(sequence(sequence(integer(0)), token))
  })
  await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve))
  tsa = `http://127.0.0.1:${(authority.address() as AddressInfo).port}`
  writeFileSync(file('password'), 'mihon\n')
  writeFileSync(file('wrong'), 'another\n')
  writeFileSync(file('note.txt'), '紹介状の見本')
  writeFileSync(file('note.xml'), '<?xml version="1.0" encoding="UTF-8"?>\n<文書>紹介状の見本</文書>\n')
  cpSync(fileURLToPath(new URL('../packages/signature/testdata/pades', import.meta.url)), file('pdf'), {
    recursive: true,
  })
  mkdirSync(file('trust'))
  for (const name of ['root', 'stamp-root', 'signing-ca'])
    cpSync(join(pki, 'certificates', `${name}.pem`), join(file('trust'), `${name}.pem`))
  for (const name of ['signing', 'sarl', 'stamp'])
    cpSync(join(pki, 'lists', `${name}-2026-11-01.crl`), join(file('trust'), `${name}.crl`))
})
afterAll(() => new Promise((resolve) => authority.close(resolve)))

const withKey = ['--key', join(pki, 'pkcs12/doctor.p12'), '--password-file', file('password')]
const answerTo = async (...words: readonly string[]) => {
  const { stdout } = await omamoriHere(
    'verify',
    ...words,
    '--trust',
    file('trust'),
    '--document-kind',
    'referral',
    '--json',
  )
  const [answer] = JSON.parse(stdout).files
  return [answer.indication, answer.signatures[0]?.level, answer.qualification?.answer]
}

it('signs an XML file with a time stamp, and takes it up to B-LTA without the key', async () => {
  const signed = await omamoriHere('sign', file('note.xml'), ...withKey, '--tsa', tsa, '--output', file('signed.xml'))
  expect(signed).toMatchObject({ code: 0, stdout: expect.stringContaining('署名しました（B-T）') })
  expect(await answerTo(file('signed.xml'))).toEqual(['TOTAL-PASSED', 'B-T', 'confirmed'])
  const words = ['--trust', file('trust'), '--tsa', tsa]
  expect(
    await omamoriHere('extend', file('signed.xml'), '--level', 'B-LTA', ...words, '--output', file('kept.xml')),
  ).toMatchObject({ code: 0 })
  expect(await answerTo(file('kept.xml'))).toEqual(['TOTAL-PASSED', 'B-LTA', 'confirmed'])
})

it('signs any other file beside it, and verifies it with the file', async () => {
  expect(await omamoriHere('sign', file('note.txt'), ...withKey, '--output', file('note.p7s'))).toMatchObject({
    code: 0,
  })
  expect(await answerTo(file('note.p7s'), '--content', file('note.txt'))).toEqual(['TOTAL-PASSED', 'B-B', 'confirmed'])
  expect(await answerTo(file('note.p7s'), '--content', file('note.xml'))).toEqual(['TOTAL-FAILED', 'B-B', 'unverified'])
  const words = ['--level', 'B-LT', '--trust', file('trust'), '--tsa', tsa, '--content', file('note.txt')]
  expect(await omamoriHere('extend', file('note.p7s'), ...words, '--output', file('kept.p7s'))).toMatchObject({
    code: 0,
  })
  expect(await answerTo(file('kept.p7s'), '--content', file('note.txt'))).toEqual(['TOTAL-PASSED', 'B-LT', 'confirmed'])
})

it('an authority that lies or does not answer costs the level and not the signature; the next one is asked', async () => {
  const other = await omamoriHere(
    'sign',
    file('note.xml'),
    ...withKey,
    '--tsa',
    `${tsa}/broken`,
    `${tsa}/other`,
    'http://127.0.0.1:1/',
    '--output',
    file('plain.xml'),
  )
  expect(other.code).toBe(1)
  expect(other.stdout).toContain('タイムスタンプは付きませんでした')
  expect(other.stdout).toContain('time-stamp-of-something-else')
  expect(await answerTo(file('plain.xml'))).toEqual(['TOTAL-PASSED', 'B-B', 'confirmed'])
  const third = await omamoriHere(
    'sign',
    file('note.xml'),
    ...withKey,
    '--tsa',
    `${tsa}/broken`,
    tsa,
    '--output',
    file('third.xml'),
  )
  expect(third.code).toBe(0)
})

it('a wrong password signs nothing, and nothing is written over what is there', async () => {
  const wrong = [
    '--key',
    join(pki, 'pkcs12/doctor.p12'),
    '--password-file',
    file('wrong'),
    '--output',
    file('never.xml'),
  ]
  expect(await omamoriHere('sign', file('note.xml'), ...wrong)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('鍵の合い言葉が違います。署名はしていません。'),
  })
  expect(existsSync(file('never.xml'))).toBe(false)
  const before = readFileSync(file('note.xml'))
  expect((await omamoriHere('sign', file('note.txt'), ...withKey, '--output', file('note.xml'))).code).toBe(2)
  expect(readFileSync(file('note.xml')).equals(before)).toBe(true)
})

it('what cannot be verified now is not dressed up for keeping', async () => {
  await omamoriHere('sign', file('note.xml'), ...withKey, '--tsa', tsa, '--output', file('again.xml'))
  const { code, stderr } = await omamoriHere(
    'extend',
    file('again.xml'),
    '--level',
    'B-LT',
    '--output',
    file('not.xml'),
  )
  expect([code, existsSync(file('not.xml'))]).toEqual([2, false])
  expect(stderr).toContain('NO_CERTIFICATE_CHAIN_FOUND')
})
