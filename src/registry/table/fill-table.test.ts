import { expect, it } from 'vitest'
import { eachEngine } from '../../storage/testing.ts'
import { caller, registryOn, scope } from '../testing.ts'
import type { TableRequest } from '../wire.ts'

const manager = caller()
const request = (more: Partial<TableRequest>): TableRequest => ({
  text: '',
  columns: ['name', 'place', 'units'],
  targets: [],
  from: 1,
  blanks: 'keep',
  ...more,
})

eachEngine('a table filled in', (open) => {
  const filled = async () => {
    const on = await registryOn(await open())
    const { id, version } = await on.registry.createItem(manager, { kind: 'terminal', item: { name: '受付1' } })
    return { ...on, target: { id, version } }
  }

  it('whoever may not change the registry fills nothing in, looks at no preview and undoes nothing', async () => {
    const { registry } = await filled()
    const staff = caller('account-2', ['staff'])
    const undo = { items: [{ id: 'terminal-01', version: 1 }] }
    for (const asked of [
      registry.previewTable(staff, 'terminal', request({ text: 'a' })),
      registry.fillTable(staff, 'terminal', request({ text: 'a' })),
      registry.undoTable(staff, 'terminal', undo),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'not-permitted' })
    }
  })

  it('changes what is there, adds the rest, and one undo takes all of it back', async () => {
    const { registry, journal, target } = await filled()
    const before = await registry.loadFacility(scope)
    const paste = request({ text: '受付1\t1階\t2\r\n診察室\t"2階\n奥"\t\r\n薬局\t3階\t１\r\n', targets: [target] })
    await expect(registry.previewTable(manager, 'terminal', paste)).rejects.toMatchObject({
      facts: { issues: [{ path: 'place', code: 'control-characters' }] },
    })
    const right = { ...paste, text: paste.text.replace('"2階\n奥"', '2階') }
    const { basis, rows } = await registry.previewTable(manager, 'terminal', right)
    expect(rows.map(({ id, added }) => [id, added])).toEqual([
      ['terminal-01', false],
      ['terminal-02', true],
      ['terminal-03', true],
    ])
    const done = await registry.fillTable(manager, 'terminal', { ...right, basis })
    expect(done).toMatchObject({ added: 2, changed: 1 })
    expect(
      (await registry.loadFacility(scope)).terminals?.map(({ name, place, units }) => [name, place, units]),
    ).toEqual([
      ['受付1', '1階', 2],
      ['診察室', '2階', undefined],
      ['薬局', '3階', 1],
    ])
    const { entries } = await journal.entries(scope, { act: 'registry.filled' })
    expect(entries.map(({ detail }) => detail)).toEqual([{ kind: 'terminal', added: 2, changed: 1 }])
    expect(await registry.undoTable(manager, 'terminal', done.undo)).toEqual({ restored: 1, removed: 2 })
    expect(await registry.loadFacility(scope)).toEqual(before)
    await expect(registry.undoTable(manager, 'terminal', done.undo)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('one wrong cell among many and nothing is kept', async () => {
    const { registry, target } = await filled()
    const text = `${Array.from({ length: 50 }, (_, row) => `端末${row}\t1階\t1`).join('\n')}\n端末50\t1階\t多数`
    const wrong = registry.fillTable(manager, 'terminal', request({ text, targets: [target] }))
    await expect(wrong).rejects.toMatchObject({
      code: 'malformed',
      facts: { issues: [{ path: 'units', cell: { row: 51, of: '端末50' } }] },
    })
    expect((await registry.loadFacility(scope)).terminals).toHaveLength(1)
  })

  it('a row that somebody changed meanwhile is a conflict, and so is a registry that is another than at the preview', async () => {
    const { registry, target } = await filled()
    const paste = request({ text: '受付1\t1階', targets: [target] })
    const { basis } = await registry.previewTable(manager, 'terminal', paste)
    await registry.createItem(manager, { kind: 'terminal', item: { name: '別の端末' } })
    const stale = registry.fillTable(manager, 'terminal', { ...paste, basis })
    await expect(stale).rejects.toMatchObject({ code: 'conflict', facts: { reason: 'changed' } })
    await registry.changeItem(manager, { kind: 'terminal', ...target, item: { name: '受付' } })
    await expect(registry.fillTable(manager, 'terminal', paste)).rejects.toMatchObject({
      code: 'conflict',
      facts: { current: { version: 2 } },
    })
  })

  it('a new row that others name since is not taken back, and nothing else is', async () => {
    const { registry } = await filled()
    const done = await registry.fillTable(
      manager,
      'person',
      request({ columns: ['name'], text: '見本 太郎\n例題 一郎' }),
    )
    await registry.createItem(manager, { kind: 'system', item: { name: '電子カルテ', ownerId: 'p-02' } })
    await expect(registry.undoTable(manager, 'person', done.undo)).rejects.toMatchObject({
      facts: { reason: 'referenced', referrers: [{ name: '電子カルテ' }] },
    })
    expect((await registry.loadFacility(scope)).persons).toHaveLength(2)
  })

  it('a header that was taken along says which columns there are; a kind of one has no table', async () => {
    const { registry } = await filled()
    const text = '場所\t名前\n地下\t予備\n'
    await registry.fillTable(manager, 'terminal', request({ text, columns: ['name'] }))
    expect((await registry.loadFacility(scope)).terminals?.[1]).toMatchObject({ name: '予備', place: '地下' })
    const single = registry.fillTable(manager, 'limits', request({ text: '1' }))
    await expect(single).rejects.toMatchObject({ code: 'not-found' })
    const many = registry.fillTable(manager, 'terminal', request({ text: 'a\n'.repeat(5002) }))
    await expect(many).rejects.toMatchObject({ code: 'too-large', facts: { limit: 5000 } })
  })
})
