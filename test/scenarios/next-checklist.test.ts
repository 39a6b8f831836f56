import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { presentChecklist } from '#assessment'
import type { Platform } from '#platform'
import { sampleFacility } from '#registry'
import { writeChecklist, writeEdition } from '../../packages/guideline/testing.ts'
import { eachEngine } from '../../src/storage/testing.ts'
import { atPlatform, emptyPlace, firstRun, folderForTests } from '../installation.ts'
import { omamoriHere } from '../running.ts'

const R7 = 'mhlw-checklist-r7'
const R8 = 'mhlw-checklist-r8'
const at = (instant: string) => ({ now: () => instant })

/** A made-up form of the next year: one row has left, one is new, and one has moved to another place. */
function writeNextChecklist(data: string): void {
  const folder = join(data, 'guideline')
  mkdirSync(folder, { recursive: true })
  writeChecklist(folder, R8, (raw) => {
    const [first, second, ...rest] = (raw.items as readonly Readonly<Record<string, unknown>>[]).filter(
      ({ id }) => id !== 'rules-written',
    )
    const added = {
      ...first,
      id: 'made-up-row',
      ask: { ja: '架空の問い', en: 'A made-up question' },
      addedThisYear: true,
    }
    return {
      ...raw,
      fiscalYear: 2026,
      publishedIn: '2026-05',
      title: { ja: '架空のチェックリスト（令和8年度）', en: 'A made-up checklist for fiscal 2026' },
      shortTitle: { ja: 'チェックリスト令和8年度（架空）', en: 'Checklist for fiscal 2026 (made up)' },
      items: [first, ...rest.toReversed(), second, added],
    }
  })
}

async function answer(
  { assessments }: Platform,
  caller: Parameters<Platform['journal']['verify']>[0],
  checklist: string,
) {
  const yes = { sheet: 'facility', round: 1, answer: 'yes', version: 0 } as const
  const checkedOn = checklist === R7 ? '2026-03-20' : '2026-06-20'
  await assessments.answerChecklist(caller, checklist, { ...yes, itemId: 'equipment-listed', checkedOn })
}

eachEngine('next year', (open) => {
  it("a checklist laid beside the installation as data is filled in, with last year's answers as what one begins from", async () => {
    const place = await emptyPlace(open)
    const before = await atPlatform({ ...place, clock: at('2026-03-20T03:00:00.000Z') }, async (platform) => {
      const { administrator } = await firstRun(platform)
      await platform.registry.replaceFacility(
        { ...administrator, roles: ['safety-manager'] },
        sampleFacility('2026-03-20'),
      )
      expect(platform.library.checklistInForce('2026-03-20').id).toBe(R7)
      await answer(platform, { ...administrator, roles: ['safety-manager'] }, R7)
      return { ...administrator, roles: ['safety-manager'] as const }
    })
    writeNextChecklist(place.data)
    await atPlatform({ ...place, clock: at('2026-06-20T03:00:00.000Z') }, async (platform) => {
      const { library, assessments } = platform
      const checklist = library.checklistInForce('2026-06-20')
      expect(checklist.id).toBe(R8)
      const view = async () => {
        const filled = await assessments.readChecklist(before, R8)
        const lastYear = filled.lastYear === undefined ? undefined : library.loadChecklist(filled.lastYear)
        const shown = presentChecklist(filled, { checklist, lastYear, edition: library.loadEdition(), language: 'ja' })
        return shown.sheets[0]?.groups.flatMap(({ rows }) => rows) ?? []
      }
      const rows = await view()
      expect(rows.map(({ itemId }) => itemId)).toContain('made-up-row')
      expect(rows.map(({ itemId }) => itemId)).not.toContain('rules-written')
      expect(rows.flatMap(({ answers }) => answers)).toEqual([])
      expect(rows.filter(({ lastYear }) => lastYear).map(({ itemId, lastYear }) => [itemId, lastYear])).toEqual([
        [
          'equipment-listed',
          { round: 1, answer: 'yes', checkedOn: '2026-03-20', by: '見本 太郎', checklist: 'チェックリスト令和7年度' },
        ],
      ])
      await answer(platform, before, R8)
      const answered = (await view()).find(({ itemId }) => itemId === 'equipment-listed')
      expect([answered?.answers[0]?.checkedOn, answered?.lastYear]).toEqual(['2026-06-20', undefined])
      const old = await assessments.readChecklist(before, R7)
      expect(old.sheets[0]?.rows.find(({ itemId }) => itemId === 'equipment-listed')?.answers).toMatchObject([
        { answer: 'yes', checkedOn: '2026-03-20' },
      ])
    })
  })
})

describe('data that would lose answers', () => {
  it('is refused before anything is opened, and the ids are named', async () => {
    const data = folderForTests()
    writeEdition(join(data, 'guideline'), 'mhlw-5.2', 'chapter-06-02.yaml', (items) =>
      items.filter(({ id }) => id !== '6.2.C-1'),
    )
    const { code, stderr } = await omamoriHere('serve', '--data', data, '--port', '0')
    expect(code).toBe(2)
    expect(stderr).toContain('6.2.C-1: 消えているため、回答が失われます')
    expect(stderr).toContain('何も開かず、何も変更していません')
  })
})
