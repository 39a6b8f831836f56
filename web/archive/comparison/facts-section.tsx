import { type ComparisonView, factName, factValue } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Section } from '../../parts/page.tsx'
import style from './comparison.module.css'

/** 項目の違い — what the files say of themselves, where it is not the same; nobody confirmed it. */
export function FactsSection({ compared: { before, after, facts } }: { readonly compared: ComparisonView }) {
  const t = useWords('archive')
  const language = useLanguage()
  const sides = [t('version.title', { version: before }), t('version.title', { version: after })] as const
  const said = (name: string, value: string | undefined) =>
    value === undefined ? t('compare.noFact') : factValue(name, value, language)
  return (
    <Section title={t('compare.facts')} note={t('compare.factsNote')}>
      {facts.length === 0 ? (
        <p>{t('compare.noFacts')}</p>
      ) : (
        <table className={style.table}>
          <caption className="visually-hidden">{t('compare.facts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.fact')}</th>
              <th scope="col">{sides[0]}</th>
              <th scope="col">{sides[1]}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((one) => (
              <tr key={one.name}>
                <th scope="row">{factName(one.name, language)}</th>
                <td data-side={sides[0]}>{said(one.name, one.before)}</td>
                <td data-side={sides[1]}>{said(one.name, one.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
