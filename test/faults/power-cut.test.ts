import { expect } from 'vitest'
import { isClean, line } from './figure.ts'
import { itWith } from './it-with.ts'
import { mutants } from './mutants.ts'
import { needsCompiler, strikePowerCut } from './power-cut.ts'

const IMAGES = 500
const ENTRIES = 12

itWith(
  needsCompiler,
  'a power cut loses nothing that was acknowledged, and nothing signed is signed otherwise',
  async () => {
    const figure = await strikePowerCut({ entries: ENTRIES })(IMAGES, 1)
    console.log(line(figure))
    expect(figure).toMatchObject({ rounds: IMAGES, lost: 0, corrupt: 0, twoRoots: 0 })
    expect(figure.found).toBeGreaterThan(IMAGES)
  },
)

for (const mutant of mutants) {
  itWith(needsCompiler, `a power cut finds out a program with ${mutant.name}`, async () => {
    // When the system itself wrote everything in time, 25 cuts find nothing: further seeds are tried, up to 200 cuts.
    for (let seed = 1; seed <= 8; seed += 1) {
      const figure = await strikePowerCut({ mutant, entries: 8 })(25, seed)
      if (!isClean(figure)) return
      if (seed === 8) expect.fail(line(figure))
    }
  })
}
