import { expect, it } from 'vitest'
import { omamori, omamoriHere } from '../test/running.ts'

const commands = [
  ['serve'],
  ['assess'],
  ['diagram'],
  ['checklist'],
  ['import'],
  ['export'],
  ['guideline'],
  ['snapshot', 'take'],
  ['snapshot', 'list'],
  ['snapshot', 'compare'],
  ['report', 'director'],
  ['report', 'charges'],
  ['report', 'card'],
  ['inspection'],
  ['inspection', 'make'],
  ['inspection', 'invite'],
  ['inspection', 'inspectors'],
  ['inspection', 'withdraw'],
  ['task', 'list'],
  ['task', 'add'],
  ['task', 'change'],
  ['supplier', 'sheets'],
  ['supplier', 'issue'],
  ['supplier', 'answer'],
  ['supplier', 'remind'],
  ['supplier', 'link'],
  ['supplier', 'unlink'],
  ['log-review', 'list'],
  ['log-review', 'look'],
  ['log-review', 'record'],
  ['archive', 'kinds'],
  ['archive', 'period'],
  ['archive', 'inspect'],
  ['archive', 'put'],
  ['archive', 'get'],
  ['archive', 'search'],
  ['archive', 'retention'],
  ['archive', 'preview'],
  ['archive', 'emergency'],
  ['archive', 'scan-folder'],
  ['archive', 'formats'],
  ['archive', 'export'],
  ['archive', 'verify'],
  ['archive', 'check'],
  ['archive', 'second-copy'],
  ['archive', 'bucket'],
  ['backup', 'verify'],
  ['verify'],
  ['sign'],
  ['extend'],
  ['renew'],
  ['cards'],
  ['cert', 'show'],
  ['ledger', 'verify'],
  ['ledger', 'continue'],
  ['ledger', 'anchor'],
  ['ledger', 'key'],
  ['ledger', 'witnesses'],
  ['ledger', 'name-witness'],
  ['ledger', 'drop-witness'],
  ['ledger', 'witness'],
  ['ledger', 'submission'],
  ['ledger', 'cosign'],
  ['witness', 'serve'],
  ['witness', 'key'],
  ['witness', 'add'],
  ['witness', 'remove'],
  ['witness', 'list'],
  ['witness', 'sign'],
  ['witness', 'evidence'],
  ['timetable', 'list'],
  ['timetable', 'run'],
  ['mail', 'show'],
  ['mail', 'server'],
  ['mail', 'drop'],
  ['mail', 'test'],
  ['mail', 'again'],
  ['user', 'list'],
  ['user', 'invite'],
  ['user', 'reset'],
  ['keys', 'rotate'],
  ['keys', 'recover'],
] as const

it.each(commands)(
  '`omamori %s %s --help` explains itself with an example, in Japanese and in English',
  async (...words) => {
    const command = words.filter((word) => word !== undefined).join(' ')
    const ja = await omamoriHere(...command.split(' '), '--help')
    const en = await omamoriHere(...command.split(' '), '--help', '--lang', 'en')
    expect([ja.code, en.code]).toEqual([0, 0])
    expect(ja.stdout).toContain(`例: omamori ${command}`)
    expect(en.stdout).toContain(`omamori ${command}`)
    expect(en.stdout).toMatch(/^Example: /im)
    // The English help holds no Japanese but the examples, whose files and names are Japanese.
    const [explained = ''] = en.stdout.split(/^Example/im)
    expect(explained).not.toMatch(/[ぁ-んァ-ヶ]/)
    expect(ja.stdout).toMatch(/[ぁ-ん]/)
  },
)

it('every command that there is stands in the first help, and each of them is tried here', async () => {
  const { stdout, code } = await omamori('--help')
  const [, list = ''] = stdout.split(/\n(?:命令|コマンド|Commands)[^\n]*:\n/)
  const named = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map((match) => match[1])
  expect(named.toSorted()).toEqual([...new Set(commands.map(([first]) => first))].toSorted())
  expect(code).toBe(0)
})

it('the version is a number and nothing else', async () => {
  expect(await omamoriHere('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
