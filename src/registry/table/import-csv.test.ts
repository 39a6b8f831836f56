import { expect, it } from 'vitest'
import { eachEngine } from '../../storage/testing.ts'
import { caller, registryOn, scope } from '../testing.ts'

const manager = caller()
const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'))

eachEngine('a CSV of one kind', (open) => {
  it('is not for those who may not import', async () => {
    const { registry } = await registryOn(await open())
    const staff = caller('account-2', ['staff'])
    const file = csv('名前', '受付')
    await expect(registry.previewCsv(staff, 'terminal', file)).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(registry.importCsv(staff, 'terminal', file)).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('changes the items whose ids it names, adds the others, leaves the rest, and is taken back as a whole', async () => {
    const { registry } = await registryOn(await open())
    await registry.createItem(manager, { kind: 'terminal', item: { id: 't-1', name: '受付', place: '1階' } })
    await registry.createItem(manager, { kind: 'terminal', item: { id: 't-2', name: '薬局' } })
    const before = await registry.loadFacility(scope)
    const file = csv('番号,名前,定義ファイルの日付,台数', 't-1,受付,R8.11.22,２', ',"検査室, 奥",令和8/11/22,', '')
    const { basis, rows } = await registry.previewCsv(manager, 'terminal', file)
    expect(rows.map(({ row, id, added }) => [row, id, added])).toEqual([
      [2, 't-1', false],
      [3, 'terminal-01', true],
    ])
    const done = await registry.importCsv(manager, 'terminal', file, basis)
    expect(done).toMatchObject({ added: 1, changed: 1 })
    expect(
      (await registry.loadFacility(scope)).terminals?.map(({ name, place, units }) => [name, place, units]),
    ).toEqual([
      ['受付', '1階', 2],
      ['薬局', undefined, undefined],
      ['検査室, 奥', undefined, undefined],
    ])
    await expect(registry.importCsv(manager, 'terminal', file, basis)).rejects.toMatchObject({
      facts: { reason: 'changed' },
    })
    await registry.undoTable(manager, 'terminal', done.undo)
    expect(await registry.loadFacility(scope)).toEqual(before)
  })

  it('with headings nobody knows, or twice the same, is refused whole', async () => {
    const { registry } = await registryOn(await open())
    const wrong = registry.previewCsv(manager, 'terminal', csv('名前,定義ファイルの目付,OSの,名前', '受付,1階,,'))
    await expect(wrong).rejects.toMatchObject({
      code: 'malformed',
      facts: {
        issues: [
          {
            code: 'unknown-heading',
            cell: { row: 1 },
            expected: { closest: '定義ファイルの日付' },
            actual: '"定義ファイルの目付"',
          },
          { code: 'unknown-heading', actual: '"OSの"' },
          { code: 'duplicate-key', actual: '"名前"' },
        ],
      },
    })
    const large = registry.previewCsv(manager, 'terminal', Buffer.alloc(5_000_001, 'a'))
    await expect(large).rejects.toMatchObject({ code: 'too-large', facts: { limit: 5_000_000 } })
    await expect(registry.previewCsv(manager, 'terminal', csv(''))).rejects.toMatchObject({
      facts: { issues: [{ code: 'empty' }] },
    })
  })
})
