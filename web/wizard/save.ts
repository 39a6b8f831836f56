import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, isProblem } from '../app/api.ts'
import type { Patch } from './answers.ts'
import type { Change } from './items.ts'
import { type Registry, registryQuery } from './queries.ts'

/** What a question leads to: facts of the practice, and changes of the registry. */
export interface Outcome {
  readonly practices: Patch
  readonly changes: (registry: Registry) => readonly Change[]
}

/** Saves one answer at once. When somebody else was quicker, it is worked out anew from what is stored now. */
export function useSaveAnswer(onSaved: () => void) {
  const queryClient = useQueryClient()
  const fresh = () => queryClient.fetchQuery({ ...registryQuery, staleTime: 0 })
  return useMutation({
    mutationFn: async (outcome: Outcome) => {
      try {
        await keep(outcome, await fresh())
      } catch (error) {
        if (!isProblem(error, 'conflict') && !isProblem(error, 'already-exists')) throw error
        await keep(outcome, await fresh())
      }
    },
    meta: { saves: true },
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onSaved()
    },
  })
}

async function keep({ practices, changes }: Outcome, registry: Registry): Promise<void> {
  for (const change of changes(registry)) await send(change)
  if (Object.keys(practices).length > 0) await api.put('/practices', { answers: practices })
}

function send(change: Change): Promise<unknown> {
  switch (change.act) {
    case 'create':
      return api.post(`/registry/${change.kind}`, { item: change.item })
    case 'replace': {
      const { kind, id, version } = change.entry
      return api.put(`/registry/${kind}/${id}`, { version, item: change.item })
    }
    case 'remove': {
      const { kind, id, version } = change.entry
      return api.remove(`/registry/${kind}/${id}?version=${version}`)
    }
  }
}
