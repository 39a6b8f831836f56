import { useMemo } from 'react'
import { useLanguage, useWords } from '../app/i18n.ts'
import { useRegistry } from './queries.ts'
import { namesIn, type Saying } from './value-text.ts'

/** How values are said on this page. */
export function useSaying(): Saying {
  const t = useWords('registry')
  const language = useLanguage()
  const registry = useRegistry()
  return useMemo(
    () => ({ language, nameOf: namesIn(registry), yes: t('yes'), no: t('no'), never: t('never'), nobody: t('nobody') }),
    [language, registry, t],
  )
}
