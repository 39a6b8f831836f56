import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import type { Term } from '../queries.ts'
import style from './terms-found.module.css'

/** The words of the glossary that were typed, explained: often that is the answer already. */
export function TermsFound({ terms }: { readonly terms: readonly Term[] }) {
  const t = useWords('assessment')
  const say = useBilingual()
  const language = useLanguage()
  if (terms.length === 0) return null
  return (
    <dl className={style.terms} aria-label={t('terms')}>
      {terms.map((term) => (
        <div key={term.term}>
          <dt>
            {language === 'en' ? term.en : term.term}
            <small>{language === 'en' ? term.term : term.reading}</small>
          </dt>
          <dd>{say(term.definition)}</dd>
        </div>
      ))}
    </dl>
  )
}
