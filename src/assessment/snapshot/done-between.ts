import type { Day } from '#shared'
import type { TaskView } from '#task/contract'
import { requirementsOf } from '../plan/source.ts'

/** The tasks for a requirement that were done after the day of one snapshot, up to the day of the other. */
export function doneBetween(
  tasks: readonly TaskView[],
  requirementId: string,
  { after, until }: { readonly after: Day; readonly until: Day },
): readonly TaskView[] {
  return tasks.filter(
    ({ state, closedOn, sources }) =>
      state === 'done' &&
      closedOn !== undefined &&
      closedOn >= after &&
      closedOn <= until &&
      requirementsOf(sources).includes(requirementId),
  )
}
