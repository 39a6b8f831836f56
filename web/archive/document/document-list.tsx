import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ArchiveGround, DocumentHead } from '#archive/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Acts } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import style from './document.module.css'
import { documentsQuery, type Search } from './queries.ts'
import { StateMark } from './state-mark.tsx'

interface DocumentListProps {
  readonly search: Search
  readonly onSearch: (search: Search) => void
  readonly kinds: ArchiveGround['kinds']
}

export function DocumentList({ search, onSearch, kinds }: DocumentListProps) {
  const t = useWords('archive')
  const { data, error } = useQuery({ ...documentsQuery(search), placeholderData: (before) => before })
  if (error) return <Problem error={error} />
  if (!data) return <p aria-live="polite">{t('list.looking')}</p>
  const { documents, page, more } = data
  if (documents.length === 0) return <EmptyState why={t('list.none')} gain={t('list.noneGain')} />
  const turn = (to: number) => onSearch({ ...search, page: to })
  return (
    <>
      <ul className={style.list} aria-live="polite">
        {documents.map((one) => (
          <Head key={one.documentId} document={one} kinds={kinds} />
        ))}
      </ul>
      {(page > 1 || more) && (
        <Acts>
          <Button disabled={page === 1} onClick={() => turn(page - 1)}>
            {t('list.newer')}
          </Button>
          <Button disabled={!more} onClick={() => turn(page + 1)}>
            {t('list.older')}
          </Button>
        </Acts>
      )}
    </>
  )
}

interface HeadProps {
  readonly document: DocumentHead
  readonly kinds: ArchiveGround['kinds']
}

function Head({ document, kinds }: HeadProps) {
  const t = useWords('archive')
  const say = useBilingual()
  const { documentId, title, kind, patient, writtenOn, confirmed, waiting } = document
  const named = kinds.find((one) => one.kind === kind)
  return (
    <li>
      <span className={style.day}>
        <EraDate day={writtenOn} weekday={false} />
      </span>
      <span>
        <Link to="/archive/documents/$documentId" params={{ documentId }}>
          {title}
        </Link>
        <small>
          {named ? say(named) : kind}
          {patient !== undefined && ` ・ ${t('list.patient', { patient })}`}
        </small>
      </span>
      <StateMark confirmed={confirmed} waiting={waiting} />
    </li>
  )
}
