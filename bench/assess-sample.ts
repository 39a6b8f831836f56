import { loadEdition } from '@omamori/guideline'
import { assess } from '#assessment'
import { sampleFacility, sampleHospital } from '#registry'
import type { Figure } from './figure.ts'

const ROUNDS = 50
const on = '2026-11-22'

const samples = {
  clinic: { facility: sampleFacility, limit: 50, against: 'the bar of the first issue' },
  hospital: { facility: sampleHospital, limit: 300, against: 'the bar of the assessment in full' },
} as const

/** The whole edition judged for a sample, data already read: what a page waits for. */
export function assessSample(name: keyof typeof samples): Figure {
  const { facility: sample, limit, against } = samples[name]
  const [edition, facility] = [loadEdition(), sample(on)]
  const once = () => {
    const started = performance.now()
    assess({ edition, facility, attestations: [], exemptions: [], on })
    return performance.now() - started
  }
  once()
  return {
    name: `assessment of the sample ${name}`,
    unit: 'ms',
    limit,
    against,
    values: Array.from({ length: ROUNDS }, once),
  }
}
