import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { openSample } from '#platform'
import { pagesOf, testOnPaper } from '../../src/paper/testing/poppler.ts'
import { eachEngine } from '../../src/storage/testing.ts'
import { atPlatform, emptyPlace, folderForTests } from '../installation.ts'
import { omamoriHere } from '../running.ts'

const plain = (text: string) => text.replace(/[\s\u200b]+/g, '')

eachEngine('the inspection file of the sample hospital', (open) => {
  it('is kept as it was made, says what the assessment says, and its sums hold', { timeout: 120_000 }, async () => {
    await atPlatform(await emptyPlace(open), async (platform) => {
      const { facilityId } = await openSample(platform, 'hospital')
      const caller = consoleCaller(facilityId)
      const steps: string[] = []
      const made = await platform.inspections.makeInspection(caller, 'ja', (step) => steps.push(step))
      expect(steps).toEqual(['facts', 'journal', 'paper', 'workbook', 'pack', 'keep'])
      const contentOf = (name: string) => {
        const file = made.files.find((one) => one.name === name)
        if (!file) throw new Error(`${name} is not in the folder`)
        return Buffer.from(file.bytes)
      }
      const { counts } = await platform.assessments.loadAssessment(caller)
      expect(JSON.parse(contentOf('点検結果.json').toString()).counts).toEqual(counts)
      expect(JSON.parse(contentOf('証跡の検証.json').toString()).findings).toEqual([])
      const sums = contentOf('SHA256SUMS').toString().trim().split('\n')
      expect(sums).toEqual(
        made.files
          .filter(({ name }) => name !== 'SHA256SUMS')
          .map(({ name, bytes }) => `${hash('sha256', bytes)}  ${name}`),
      )
      const kept = await platform.inspections.openInspection(caller, made.view.inspectionId, 'folder')
      expect(hash('sha256', await buffer(kept.content))).toBe(made.view.sha256)
      const { files } = await platform.inspections.readInspections(caller)
      expect(files).toEqual([made.view])
      const { entries } = await platform.journal.read(caller, { act: 'inspection.' }, {})
      expect(entries.map(({ act }) => act)).toEqual(['inspection.viewed', 'inspection.made'])
    })
  })
})

testOnPaper(
  'the command makes a dated folder whose paper has every part, and leaves one that is there alone',
  async () => {
    const data = join(folderForTests(), 'data')
    const output = folderForTests()
    await atPlatform({ data }, async (platform) => {
      const { facilityId } = await openSample(platform)
      // Names that would be paths and markup elsewhere are only names.
      const caller = consoleCaller(facilityId)
      await platform.registry.createItem(caller, {
        kind: 'document',
        item: { id: 'odd', name: '../../#import "x"; =cmd()' },
      })
    })
    const { code, stdout } = await omamoriHere('inspection', '--data', data, '--output', output, '--json')
    const made = JSON.parse(stdout)
    expect([code, readdirSync(output)]).toEqual([1, [made.path.split('/').at(-1)]])
    expect(readdirSync(made.path).sort()).toEqual([...made.files].sort())
    execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: made.path })
    const pages = pagesOf(readFileSync(join(made.path, '立入検査ファイル.pdf'))).map(plain)
    for (const part of ['そろっていないもの', '責任者一覧', '連絡体制図', '改善計画', '証跡の検証']) {
      expect(pages[0]).toContain(part)
      expect(pages.slice(1).join()).toContain(part)
    }
    expect(pages.join()).toContain('../../#import"x";=cmd()')
    expect(pages.every((page, index) => page.includes(`${index + 1}／${pages.length}`) && page.includes('見本'))).toBe(
      true,
    )

    const mine = join(made.path, 'mine.txt')
    writeFileSync(mine, 'mine')
    const again = await omamoriHere('inspection', '--data', data, '--output', output)
    expect([again.code, readFileSync(mine, 'utf8')]).toEqual([2, 'mine'])
    mkdirSync(join(output, 'elsewhere'))
    expect((await omamoriHere('inspection', '--data', data, '--output', join(output, 'nowhere'))).code).toBe(2)
  },
)

testOnPaper('the paper calls as many requirements met as the assessment does, and no more', async () => {
  await atPlatform({ data: join(folderForTests(), 'data') }, async (platform) => {
    const { facilityId } = await openSample(platform)
    const caller = consoleCaller(facilityId)
    const { files } = await platform.inspections.makeInspection(caller, 'ja', () => {})
    const paper = files.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array()
    const [, list = ''] = plain(pagesOf(paper).join('')).split('全項目の状態と証拠')
    const [rows = ''] = list.split('印と言葉')
    const { requirements } = await platform.assessments.loadAssessment(caller)
    const met = requirements.filter(({ state }) => state === 'met').length
    expect(met).toBeGreaterThan(10)
    expect(rows.match(/●適合/g)).toHaveLength(met)
  })
})
