import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { eachEngine } from '../src/storage/testing.ts'
import { atPlatform, emptyPlace, firstRun, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

eachEngine('omamori ledger verify', (open) => {
  let place: readonly string[] = []
  beforeAll(async () => {
    const options = await emptyPlace(open)
    await atPlatform(options, firstRun)
    const { data, database } = options
    place = ['--data', data, ...(database === undefined ? [] : ['--database', database])]
  })
  const verify = (...words: readonly string[]) => omamoriHere('ledger', 'verify', ...words, ...place)
  const coverageOf = async (...words: readonly string[]) => {
    const { code, stdout } = await verify('--json', ...words)
    const { mode, because, fresh, older } = JSON.parse(stdout).coverage
    return { code, mode, because, fresh, older }
  }

  it('only looks, unless it is told to write down what it found, and says why it looks at everything', async () => {
    expect(await coverageOf('--share', '0.5')).toMatchObject({ code: 0, mode: 'full', because: 'first', older: 0 })
    const { code, stdout } = await verify('--share', '0.5')
    expect([code, stdout]).toEqual([0, expect.stringContaining('--record を付けると、次からは一部だけ')])
  })

  it('goes on from what it wrote down: what is new, and a share of the rest', async () => {
    expect(await coverageOf('--full', '--record')).toMatchObject({ code: 0, mode: 'full', because: 'asked' })
    const first = await coverageOf('--share', '0.5', '--record')
    expect(first).toMatchObject({ code: 0, mode: 'incremental', because: 'asked' })
    // What it found is an entry as well, and so is what it goes on from next.
    const next = await coverageOf('--share', '0.5')
    expect(next).toMatchObject({ mode: 'incremental', fresh: 1, older: first.fresh + first.older })
    expect((await verify('--share', '0.5')).stdout).toContain('新しい記録 1件のすべて')
  })

  it('that cannot write says so: a result that nobody will know of is not passed over', async () => {
    const anchor = join(folderForTests(), 'medium', 'anchor.json')
    const { code, stderr } = await verify('--full', '--record', '--anchor', anchor)
    expect([code, stderr]).toEqual([1, expect.stringContaining('書き残せませんでした')])
    expect((await verify('--full', '--record')).stderr).not.toContain('書き残せませんでした')
  })
})
