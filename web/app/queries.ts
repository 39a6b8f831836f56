import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem, ProblemError } from './api.ts'
import { noteSaved, noteSaving, noteUnsaved } from './saved.tsx'
import { sessionQuery } from './session.ts'

/** Mutations say in `meta` what they are: one that saves people's work shows in the "saved" line. */
declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { readonly saves?: boolean }
  }
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetSessionIfEnded }),
  mutationCache: new MutationCache({
    onMutate: (_variables, mutation) => mutation.meta?.saves && noteSaving(),
    onSuccess: (_data, _variables, _result, mutation) => mutation.meta?.saves && noteSaved(),
    onError: (_error, _variables, _result, mutation) => mutation.meta?.saves && noteUnsaved(),
  }),
  defaultOptions: {
    // The server may stand on this very machine or in a house without internet: the browser's word for "offline" is not ours.
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (times, error) => times < 2 && isWorthRepeating(error),
    },
    mutations: { networkMode: 'always' },
  },
})

/** Only silence and faults are worth a second try; a refusal stays a refusal. */
function isWorthRepeating(error: Error): boolean {
  return !(error instanceof ProblemError) || error.code === 'unreachable' || error.status >= 502
}

// Reading without a session leads back to the door. Saving does not: what was typed stays on the page.
function forgetSessionIfEnded(error: Error): void {
  if (isProblem(error, 'not-signed-in')) queryClient.setQueryData(sessionQuery.queryKey, null)
}
