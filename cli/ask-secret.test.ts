import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../test/running.ts'

const folder = mkdtempSync(join(tmpdir(), 'ask-secret-'))
const needed = 'needs a terminal of its own (Linux, bsdutils)'
// The `script` of other systems takes other words.
const found = process.platform === 'linux' && spawnSync('script', ['--version']).error === undefined

function itAtTerminal(name: string, body: () => Promise<void>): void {
  if (found) it(name, body)
  else if (process.env.OMAMORI_FORBID_SKIP === '1') it(name, () => expect.fail(needed))
  else it.skip(`${name} — skipped: ${needed}`)
}

/** Signs at a terminal, types `answer` when asked, and gives the exit code with all that was to be seen. */
async function signAtTerminal(answer: string, output: string): Promise<{ code: number | null; seen: string }> {
  writeFileSync(join(folder, 'note.txt'), '紹介状の見本')
  const key = 'packages/signature/testdata/test-pki/pkcs12/doctor.p12'
  const command = `"${process.execPath}" cli/omamori.mjs sign "${join(folder, 'note.txt')}" --key ${key} --output "${output}"`
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: root })
  let seen = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const asked = seen.includes('鍵の合い言葉')
    seen += text
    if (!asked && seen.includes('鍵の合い言葉')) child.stdin.write(answer)
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, seen }
}

itAtTerminal('a person types the password, and nobody who looks over their shoulder sees it', async () => {
  const { code, seen } = await signAtTerminal('mihon\r', join(folder, 'note.p7s'))
  expect([code, existsSync(join(folder, 'note.p7s'))]).toEqual([0, true])
  expect(seen).toContain('署名しました')
  expect(seen).not.toContain('mihon')
})

itAtTerminal('who is asked can break off, and nothing is signed', async () => {
  const { code } = await signAtTerminal('\u0003', join(folder, 'never.p7s'))
  expect([code, existsSync(join(folder, 'never.p7s'))]).toEqual([130, false])
})
