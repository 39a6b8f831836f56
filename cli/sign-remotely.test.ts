import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CscService, cscService } from '../src/signature/testing/csc-provider.ts'
import { omamoriHere } from '../test/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'sign-remotely-'))
const file = (name: string): string => join(folder, name)
const pki = fileURLToPath(new URL('../packages/signature/testdata/test-pki/', import.meta.url))
let service: CscService

beforeAll(async () => {
  service = await cscService()
  writeFileSync(file('token'), service.accessToken)
  writeFileSync(file('pin'), '4912\n')
  writeFileSync(file('settings.json'), JSON.stringify(settings()))
  writeFileSync(file('note.xml'), '<?xml version="1.0" encoding="UTF-8"?>\n<文書>紹介状の見本</文書>\n')
  mkdirSync(file('trust'))
  for (const name of ['root', 'signing-ca'])
    cpSync(join(pki, 'certificates', `${name}.pem`), join(file('trust'), `${name}.pem`))
  for (const name of ['signing', 'sarl'])
    cpSync(join(pki, 'lists', `${name}-2026-11-01.crl`), join(file('trust'), `${name}.crl`))
  process.env.OMAMORI_REMOTE_OTP = '135790'
})
afterAll(async () => {
  delete process.env.OMAMORI_REMOTE_OTP
  await service.close()
})

const settings = () => ({
  api: 'csc-v2',
  address: service.address,
  credential: 'MIHON-RSA',
  secretFiles: { 'access-token': 'token', PIN: 'pin' },
})
const sign = (to: string, ...words: readonly string[]) =>
  omamoriHere('sign', file('note.xml'), '--remote', file('settings.json'), ...words, '--output', file(to))

it('a file signed by a remote service verifies, and the record of who allowed it lies beside it', async () => {
  const { code, stdout } = await sign('signed.xml', '--json')
  expect(code).toBe(0)
  const { authorisation } = JSON.parse(stdout)
  expect(authorisation).toBe(file('signed.xml.authorisation.json'))
  const kept = readFileSync(authorisation, 'utf8')
  expect(JSON.parse(kept).authorisations).toEqual([
    expect.objectContaining({ service: service.address, credential: 'MIHON-RSA', by: ['PIN', 'OTP'] }),
  ])
  for (const secret of [...service.given, service.accessToken, '4912', '135790']) expect(kept).not.toContain(secret)
  const words = ['--trust', file('trust'), '--document-kind', 'referral', '--json']
  const [answer] = JSON.parse((await omamoriHere('verify', file('signed.xml'), ...words)).stdout).files
  expect([answer.indication, answer.qualification.answer]).toEqual(['TOTAL-PASSED', 'confirmed'])
})

it('a service that lies leaves no file, and the person is told what happened', async () => {
  service.lie('other-key')
  expect(await sign('never.xml')).toMatchObject({ code: 2, stderr: expect.stringContaining('証明書と合いません') })
  service.lie('hangs-up', 'signatures/signHash')
  expect(await sign('never.xml')).toMatchObject({ code: 3, stderr: expect.stringContaining('署名したかもしれません') })
  service.lie(null)
  expect([existsSync(file('never.xml')), existsSync(file('never.xml.authorisation.json'))]).toEqual([false, false])
})

it('settings are strict, and a secret that nobody can be asked for is named', async () => {
  writeFileSync(file('other.json'), JSON.stringify({ ...settings(), pin: '4912' }))
  const strict = await omamoriHere(
    'sign',
    file('note.xml'),
    '--remote',
    file('other.json'),
    '--output',
    file('never.xml'),
  )
  expect(strict).toMatchObject({ code: 2, stderr: expect.stringContaining('設定を読み取れません') })
  writeFileSync(file('other.json'), JSON.stringify({ ...settings(), secretFiles: { PIN: 'pin' } }))
  const open = await omamoriHere(
    'sign',
    file('note.xml'),
    '--remote',
    file('other.json'),
    '--output',
    file('never.xml'),
  )
  expect(open).toMatchObject({ code: 2, stderr: expect.stringContaining('OMAMORI_REMOTE_ACCESS_TOKEN') })
  expect((await sign('never.xml', '--slot', 'card')).code).toBe(2)
})
