import { useRef, useState } from 'react'
import { type FileAnswer, LARGEST_SIGNED_FILE, type VerifyView } from '#signature/contract'
import { api, ProblemError } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { type Asked, formOf, searchOf } from './queries.ts'

export type Underway =
  | { readonly step: 'waiting' | 'verifying' }
  | { readonly step: 'sending'; readonly percent: number }

export type Progress =
  | Underway
  | { readonly step: 'done'; readonly answer: FileAnswer }
  | { readonly step: 'failed'; readonly error: unknown }

export interface Item extends Asked {
  readonly id: number
  readonly progress: Progress
}

/** Files one after the other, newest first. An answer to a question that was asked anew meanwhile is dropped. */
export function useVerifications(documentKind: string) {
  const t = useWords('verify')
  const [items, setItems] = useState<readonly Item[]>([])
  const last = useRef<Promise<void>>(Promise.resolve())
  const numbers = useRef(0)

  const ask = (asked: Asked): Item => {
    const item: Item = { ...asked, id: ++numbers.current, progress: { step: 'waiting' } }
    const tell = (progress: Progress) =>
      setItems((all) => all.map((one) => (one.id === item.id ? { ...one, progress } : one)))
    last.current = last.current.then(() => verified(asked, tell)).then(tell)
    return item
  }

  const verified = async (asked: Asked, tell: (progress: Progress) => void): Promise<Progress> => {
    const limit = LARGEST_SIGNED_FILE / 1024 / 1024
    if (asked.file.size > LARGEST_SIGNED_FILE || (asked.content?.size ?? 0) > LARGEST_SIGNED_FILE) {
      const said = { title: t('tooLarge.what'), detail: t('tooLarge.then', { limit }), code: 'too-large' as const }
      return { step: 'failed', error: new ProblemError(413, said) }
    }
    try {
      const path = `/signatures/verify?${searchOf({ documentKind: asked.documentKind })}`
      const { files } = await api.upload<VerifyView>(path, formOf(asked), (share) =>
        tell(share < 1 ? { step: 'sending', percent: Math.floor(share * 100) } : { step: 'verifying' }),
      )
      const [answer] = files
      if (!answer) throw new ProblemError(500, {})
      return { step: 'done', answer }
    } catch (error) {
      return { step: 'failed', error }
    }
  }

  return {
    items,
    add: (files: readonly File[]) => {
      const added = files.map((file) => ask({ file, content: undefined, documentKind }))
      setItems((all) => [...added, ...all])
    },
    again: (item: Item, more: Partial<Asked> = {}) => {
      const { file, content } = item
      const next = ask({ file, content, documentKind, ...more })
      setItems((all) => all.map((one) => (one.id === item.id ? next : one)))
    },
    /** The kind of document changed: every file is asked about anew. */
    allAgain: (kind: string) => {
      const next = items.map(({ file, content }) => ask({ file, content, documentKind: kind }))
      setItems(next)
    },
    remove: (item: Item) => setItems((all) => all.filter(({ id }) => id !== item.id)),
  }
}
