import type { TaskSource } from '#task/contract'

/** もと — a requirement of the guideline, as tasks name what they were opened for. Its id outlives editions. */
export function sourceOf(requirementId: string): TaskSource {
  return { room: 'assessment', kind: 'requirement', id: requirementId }
}

/** The requirements that a task was opened for; sources of other rooms are theirs to explain. */
export function requirementsOf(sources: readonly TaskSource[]): readonly string[] {
  return sources.filter(({ room, kind }) => room === 'assessment' && kind === 'requirement').map(({ id }) => id)
}
