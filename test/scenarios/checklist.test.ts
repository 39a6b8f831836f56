import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ChecklistView, checklistView } from '#assessment'
import { writeFacilityYaml } from '#registry'
import { withFact } from '../../src/assessment/testing/change.ts'
import { compliantFacility, ON } from '../../src/assessment/testing/compliant-facility.ts'
import { folderForTests } from '../installation.ts'
import { omamoriHere } from '../running.ts'

const base = folderForTests()
const file = join(base, 'clinic.yaml')
beforeAll(() =>
  writeFileSync(
    file,
    writeFacilityYaml(withFact(compliantFacility, ['systems', 'emr', 'access', 'activeLeaverAccounts'], 2)),
  ),
)

const rowsOf = ({ sheets }: ChecklistView) =>
  sheets.flatMap(({ sheet, groups }) => (sheet === 'supplier' ? [] : groups.flatMap(({ rows }) => rows)))

describe('the checklist on the command line', () => {
  it('is refused for a file that is not there, and nothing is written', async () => {
    const pdf = join(base, 'nothing.pdf')
    const { code } = await omamoriHere('checklist', '--facility', join(base, 'nowhere.yaml'), '--pdf', pdf)
    expect(code).toBe(2)
    expect(existsSync(pdf)).toBe(false)
  })

  it('proposes from the file alone, answers nothing, and says why', async () => {
    const { code, stdout } = await omamoriHere('checklist', '--facility', file, '--on', ON, '--json')
    const view = checklistView.parse(JSON.parse(stdout))
    expect([code, view.on, view.facility]).toEqual([1, ON, 'みほん診療所'])
    expect(rowsOf(view).flatMap(({ answers }) => answers)).toEqual([])
    const proposed = (answer: string) =>
      rowsOf(view)
        .filter(({ proposal }) => proposal.answer === answer)
        .map(({ itemId }) => itemId)
    expect(proposed('yes')).toContain('access-log-kept')
    expect(proposed('no')).toEqual(['unused-accounts-removed'])
  })

  it('says the same in words, in the order of the form', async () => {
    const { stdout } = await omamoriHere('checklist', '--facility', file, '--on', ON)
    expect(stdout).toContain('提案 いいえ  点検で、対応する項目に不適合があります。')
    expect(stdout).toContain('▲ 「電子カルテ」で、退職・異動した人の利用者番号2件が使えるままです。')
    expect(stdout.indexOf('体制')).toBeLessThan(stdout.indexOf('BCP'))
    expect(stdout).toContain('確認内容の文は当ソフトウェアの言葉です')
  })

  it('writes the paper where it is asked to', async () => {
    const pdf = join(base, 'checklist.pdf')
    const { code, stderr } = await omamoriHere('checklist', '--facility', file, '--on', 'R8.11.22', '--pdf', pdf)
    expect([code, stderr]).toEqual([1, `書き出しました: ${pdf}\n`])
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
