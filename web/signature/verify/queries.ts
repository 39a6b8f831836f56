import { queryOptions } from '@tanstack/react-query'
import type { VerificationGround } from '#signature/contract'
import { api } from '../../app/api.ts'

export const groundQuery = queryOptions({
  queryKey: ['signatures'],
  queryFn: () => api.get<VerificationGround>('/signatures'),
})

export interface Asked {
  readonly file: File
  /** What a signature beside its file signs. */
  readonly content: File | undefined
  readonly documentKind: string
}

export function formOf({ file, content }: Asked): FormData {
  const form = new FormData()
  form.append('file', file)
  if (content) form.append('content', content)
  return form
}

/** `documentKind=prescription&at=…`; what is not said is left out. */
export const searchOf = (said: Readonly<Record<string, string>>): string =>
  String(new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')))
