import { useMemo } from 'react'
import { useLanguage, useWords } from '../app/i18n.ts'
import type { Saying } from './fact-text.ts'

/** What is needed to name an item: its kind, its id, its name. */
export interface Named {
  readonly kind: string
  readonly id: string
  readonly name: string
}

/** How facts are said on a page; the id stands for what has no name any more. */
export function useSaying(names: readonly Named[]): Saying {
  const t = useWords('parts')
  const language = useLanguage()
  return useMemo(() => {
    const named = new Map(names.map(({ kind, id, name }) => [`${kind}/${id}`, name]))
    const nameOf: Saying['nameOf'] = (kinds, id) => {
      const kind = kinds.find((each) => named.has(`${each}/${id}`))
      return named.get(`${kind}/${id}`) ?? id
    }
    const words = { yes: t('fact.yes'), no: t('fact.no'), never: t('fact.never'), nobody: t('fact.nobody') }
    return { language, nameOf, ...words }
  }, [names, language, t])
}
