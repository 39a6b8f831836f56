import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { tell } from './undo.tsx'

export type Change<Answer, Wanted = void> = UseMutationResult<Answer, Error, Wanted>

/** A change on which other pages rest as well, the home page among them: everything is asked for anew afterwards. */
export function useChange<Answer, Wanted = void>(
  send: (wanted: Wanted) => Promise<Answer>,
  done?: string | ((answer: Answer) => string | undefined),
  then?: (answer: Answer) => void,
): Change<Answer, Wanted> {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: send,
    meta: { saves: true },
    onSuccess: async (answer) => {
      const said = typeof done === 'function' ? done(answer) : done
      if (said) tell(said)
      then?.(answer)
      await queryClient.invalidateQueries()
    },
  })
}
