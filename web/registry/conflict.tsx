import { Button } from '@mantine/core'
import { sayField } from '#registry/contract'
import { useLanguage, useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { differingPaths, valueAt } from '../parts/differing.ts'
import { factText } from '../parts/fact-text.ts'
import { Sentence } from '../parts/sentence.tsx'
import { Time } from '../parts/time.tsx'
import style from './item.module.css'
import type { Entry } from './queries.ts'
import type { Autosave } from './use-autosave.ts'
import { useFactSaying } from './use-saying.ts'

/** Somebody else was quicker: what they changed beside what is typed here, and whose input shall count. */
export function Conflict({ autosave, theirs }: { readonly autosave: Autosave; readonly theirs: Entry }) {
  const t = useWords('registry')
  const parts = useWords('parts')
  const language = useLanguage()
  const saying = useFactSaying()
  const { account } = useSession()
  const { item, stored } = autosave
  const { kind } = theirs
  const own = theirs.updatedBy === account.accountId
  const mine = differingPaths(stored.item, item)
  const paths = [...new Set([...differingPaths(stored.item, theirs.item), ...mine])]
  const text = (from: Entry['item'], path: string) =>
    factText(kind, path, valueAt(from, path), saying) || parts('fact.unknown')
  return (
    <section className={style.conflict} role="alert">
      <h2>
        <Sentence
          text={own ? t('conflict.own') : t('conflict.other')}
          parts={{ at: theirs.updatedAt ? <Time at={theirs.updatedAt} /> : '' }}
        />
      </h2>
      <p>{t('conflict.safe')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.before')}</th>
            <th scope="col">{t('conflict.now')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {paths.map((path) => (
            <tr key={path}>
              <th scope="row">{sayField(kind, path, language)}</th>
              <td data-title={t('conflict.before')}>{text(stored.item, path)}</td>
              <td data-title={t('conflict.now')}>{text(theirs.item, path)}</td>
              <td data-title={t('conflict.mine')}>
                {mine.includes(path) ? text(item, path) : t('conflict.untouched')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={style.acts}>
        <Button onClick={autosave.takeTheirs}>{t('conflict.take')}</Button>
        <Button variant="filled" onClick={autosave.keepMine}>
          {t('conflict.keep')}
        </Button>
      </div>
    </section>
  )
}
