import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { tell } from '../../parts/undo.tsx'

export type Change<Wanted> = UseMutationResult<unknown, Error, Wanted>

/** A change to what people say about a requirement. Everything that is judged is asked for anew afterwards. */
export function useChange<Wanted = void>(send: (wanted: Wanted) => Promise<unknown>, done: string): Change<Wanted> {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: send,
    meta: { saves: true },
    onSuccess: async () => {
      tell(done)
      await queryClient.invalidateQueries()
    },
  })
}
