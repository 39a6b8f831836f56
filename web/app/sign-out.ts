import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { api } from './api.ts'

/** Ends the session and forgets everything that was loaded: the next person at this machine starts from nothing. */
export function useSignOut() {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: () => api.remove('/session'),
    onSuccess: async () => {
      await router.navigate({ to: '/sign-in', search: {} })
      queryClient.clear()
    },
  })
}
