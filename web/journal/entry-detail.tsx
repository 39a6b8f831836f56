import { useQuery } from '@tanstack/react-query'
import { type ItemName, sayField } from '#registry/contract'
import { useLanguage, useWords } from '../app/i18n.ts'
import { factText } from '../parts/fact-text.ts'
import { Go } from '../parts/go.tsx'
import { questionsQuery } from '../parts/questions.ts'
import { useSaying } from '../parts/use-saying.ts'
import { filterAddress } from './filter.ts'
import style from './journal.module.css'
import { changesIn, isItemKind, itemIn, othersIn } from './particulars.ts'
import { type Entry, namesQuery } from './queries.ts'
import { isTold, toldText } from './told.ts'

/** The particulars of an entry: what was, what became of it, and where in the journal it stands. */
export function EntryDetail({ entry }: { readonly entry: Entry }) {
  const t = useWords('journal')
  const item = itemIn(entry)
  return (
    <div className={style.detail}>
      {entry.detailState === 'gone' && <p className={style.unreadable}>{t('detail.gone')}</p>}
      {entry.detailState === 'unreadable' && <p className={style.unreadable}>{t('detail.unreadable')}</p>}
      <Changes entry={entry} />
      <Others entry={entry} />
      {item && isItemKind(item.kind) && !item.gone && (
        <p>
          <Go href={`/registry/${item.kind}/${item.id}`}>{t('detail.open')}</Go>
        </p>
      )}
      <p>
        <Go href={filterAddress({}, { about: `${entry.subject.kind}/${entry.subject.id}` })}>{t('detail.only')}</Go>
      </p>
      <p className={style.place}>{t('detail.place', { log: entry.log, index: entry.index, act: entry.act })}</p>
    </div>
  )
}

// Looking up names costs a request, so only where there are ids of items.
const namesItems = ({ act }: Entry) => act.startsWith('registry.') || act === 'log.reviewed'

function Others({ entry }: { readonly entry: Entry }) {
  const t = useWords('journal')
  const language = useLanguage()
  const { data: names = none } = useQuery({ ...namesQuery, enabled: namesItems(entry) })
  const others = othersIn(entry)
  if (others.length === 0) return null
  return (
    <dl>
      {others.map(([name, value]) => (
        <div key={name}>
          <dt>{isTold(name) ? t(`told.${name}`) : name}</dt>
          <dd>{toldText(name, value, names, language)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Changes({ entry }: { readonly entry: Entry }) {
  const t = useWords('journal')
  const kind = itemIn(entry)?.kind ?? ''
  const changes = changesIn(entry).filter(({ path }) => kind !== 'practices' || path.endsWith('.answer'))
  const { field, value } = useFactWords(kind)
  if (changes.length === 0) return null
  // What was added had no "before", what was taken away has no "after".
  const [hasBefore, hasAfter] = [entry.act !== 'registry.created', entry.act !== 'registry.removed']
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('detail.field')}</th>
          {hasBefore && <th scope="col">{t('detail.before')}</th>}
          {hasAfter && <th scope="col">{t('detail.after')}</th>}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{field(path)}</th>
            {hasBefore && <td>{value(path, before)}</td>}
            {hasAfter && <td>{value(path, after)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How the facts of a kind are said; the answers to questions are said by their question. */
function useFactWords(kind: string) {
  const parts = useWords('parts')
  const language = useLanguage()
  const isPractice = kind === 'practices'
  const { data: names = none } = useQuery({ ...namesQuery, enabled: !isPractice })
  const { data: asked } = useQuery({ ...questionsQuery, enabled: isPractice })
  const saying = useSaying(names)
  const yesNo = (answer: unknown) => (answer === true ? saying.yes : answer === false ? saying.no : '')
  const questionOf = (path: string) => asked?.facts.find(({ key }) => `${key}.answer` === path)?.question[language]
  return {
    field: (path: string) => (isPractice ? (questionOf(path) ?? path) : sayField(kind, path, language)),
    value: (path: string, value: unknown) =>
      (isPractice ? yesNo(value) : factText(kind, path, value, saying)) || parts('fact.unknown'),
  }
}

const none: readonly ItemName[] = []
