import type { Located } from '#registry'
import type { BackupPlanFile, Place } from './plan.ts'

/** What a schema of single fields cannot say: ids that are given twice, and facts that a place of this engine needs. */
export function checkPlaces({ plans }: BackupPlanFile): readonly Located[] {
  return [
    ...twice(plans).map((index) => ({ path: ['plans', index, 'id'], code: 'duplicate-id' as const })),
    ...plans.flatMap(({ places }, plan) => [
      ...twice(places).map((index) => ({
        path: ['plans', plan, 'places', index, 'id'],
        code: 'duplicate-id' as const,
      })),
      ...places.flatMap((place, index) =>
        missing(place).map((field) => ({ path: ['plans', plan, 'places', index, field], code: 'missing' as const })),
      ),
    ]),
  ]
}

function twice(items: readonly { readonly id: string }[]): readonly number[] {
  return items.flatMap(({ id }, index) => (items.findIndex((each) => each.id === id) < index ? [index] : []))
}

function missing({ engine, path, secret }: Place): readonly string[] {
  return [
    ...(engine !== 'none' && path === undefined ? ['path'] : []),
    ...(engine === 'restic' && secret === undefined ? ['secret'] : []),
  ]
}
