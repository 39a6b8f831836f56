import { createElement } from 'react'
import { type ComparedRow, type ComparisonView, unreadLine } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Section } from '../../parts/page.tsx'
import style from './comparison.module.css'
import { Mark } from './mark.tsx'

/** 文字の違い — the words of both, line by line. */
export function TextSection({ compared: { before, after, text } }: { readonly compared: ComparisonView }) {
  const t = useWords('archive')
  const language = useLanguage()
  if (text.kind === 'none')
    return (
      <Section title={t('compare.text')}>
        <p>{t('compare.notCompared', { why: unreadLine(text.why, language) })}</p>
      </Section>
    )
  const sides = [t('version.title', { version: before }), t('version.title', { version: after })] as const
  return (
    <Section title={t('compare.text')} note={t('compare.lines', { count: text.differing })}>
      {text.differing === 0 && <p>{t('compare.sameText')}</p>}
      {text.cut && <p>{t('compare.cut')}</p>}
      {text.differing > 0 && (
        <table className={style.table} data-of="text">
          <caption className="visually-hidden">{t('compare.text')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.difference')}</th>
              <th scope="col">{sides[0]}</th>
              <th scope="col">{sides[1]}</th>
            </tr>
          </thead>
          {/* Rows never change places: each is a child of its own, and needs no key. */}
          {createElement('tbody', null, ...text.rows.map((row) => createElement(Row, { row, sides })))}
        </table>
      )}
      {text.leftOut > 0 && <p>{t('compare.leftOut', { count: text.leftOut })}</p>}
    </Section>
  )
}

interface RowProps {
  readonly row: ComparedRow
  readonly sides: readonly [before: string, after: string]
}

function Row({ row, sides: [one, other] }: RowProps) {
  const t = useWords('archive')
  if (row.mark === 'skipped')
    return (
      <tr data-mark="skipped">
        <td colSpan={3}>{t('compare.skipped', { count: row.count })}</td>
      </tr>
    )
  return (
    <tr data-mark={row.mark}>
      <td>
        <Mark mark={row.mark} />
      </td>
      <td data-side={one}>
        {'before' in row && <Parts parts={row.before} as={row.mark === 'same' ? undefined : 'del'} whole={row.mark} />}
      </td>
      <td data-side={other}>
        {'after' in row && <Parts parts={row.after} as={row.mark === 'same' ? undefined : 'ins'} whole={row.mark} />}
      </td>
    </tr>
  )
}

interface PartsProps {
  readonly parts: Extract<ComparedRow, { mark: 'removed' }>['before']
  /** What marks the runs that differ; nothing where the line is the same. */
  readonly as: 'del' | 'ins' | undefined
  readonly whole: string
}

/** A line that is there once only differs from end to end. */
function Parts({ parts, as, whole }: PartsProps) {
  const isWhole = whole === 'removed' || whole === 'added'
  const runs = parts.map(({ text, changed }) => (as && (changed || isWhole) ? createElement(as, null, text) : text))
  return createElement('span', { className: style.words }, ...runs)
}
