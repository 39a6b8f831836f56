import type { Facility } from './facility.ts'

/**
 * How long a fact of the registry holds when the facility has not said. A year: nobody looks at a clinic's systems
 * less often than that and still knows them, and the ministry's own surveys come yearly.
 */
const FACT_VALID_DAYS = 365

/** How long a fact holds after the day on which it was learned. */
export function factValidDays({ limits }: Pick<Facility, 'limits'>): number {
  return limits?.factValidDays ?? FACT_VALID_DAYS
}
