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
    const figure = await strikePowerCut({ mutant, entries: 8 })(25, 1)
    expect(isClean(figure), line(figure)).toBe(false)
  })
}
