import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { tell } from '../parts/undo.tsx'

/** A change of questions or answers. Whatever rests on them, the assessment too, is asked for anew afterwards. */
export function useChange<Answer, Wanted = void>(
  send: (wanted: Wanted) => Promise<Answer>,
  done?: string | ((answer: Answer) => string | undefined),
  then?: (answer: Answer) => void,
): UseMutationResult<Answer, Error, Wanted> {
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
