import { queryOptions } from '@tanstack/react-query'
import { apiUrl, problemOf } from '../../app/api.ts'

export type Shown =
  | { readonly kind: 'picture'; readonly pages: number; readonly url: string }
  | { readonly kind: 'sections'; readonly title: string | null; readonly sections: readonly Section[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }

export interface Section {
  readonly title: string | null
  readonly lines: readonly (readonly string[])[]
}

/** One page as it looks; what was shown once is not asked for again, since every answer is a look. */
export const previewOf = (path: string, page: number) =>
  queryOptions({
    queryKey: ['preview', path, page],
    queryFn: () => load(`${path}?page=${page}`),
    staleTime: Number.POSITIVE_INFINITY,
  })

async function load(path: string): Promise<Shown> {
  const response = await fetch(apiUrl(path), { credentials: 'same-origin' })
  if (!response.ok) throw await problemOf(response)
  if (response.headers.get('content-type')?.startsWith('image/') !== true) return (await response.json()) as Shown
  const pages = Number(response.headers.get('omamori-pages') ?? 1)
  return { kind: 'picture', pages, url: URL.createObjectURL(await response.blob()) }
}
