import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { tell } from '../parts/undo.tsx'

/** A change of what runs or who is told. The home page speaks of it too, so everything is asked for anew. */
export function useChange<Answer, Wanted = void>(
  send: (wanted: Wanted) => Promise<Answer>,
  done: (answer: Answer) => string | undefined,
  then?: (answer: Answer) => void,
): UseMutationResult<Answer, Error, Wanted> {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: send,
    meta: { saves: true },
    onSuccess: async (answer) => {
      const said = done(answer)
      if (said) tell(said)
      then?.(answer)
      await queryClient.invalidateQueries()
    },
  })
}
