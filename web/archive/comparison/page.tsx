import { NativeSelect } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { VersionView } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'
import { Go, useGo } from '../../parts/go.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageHead } from '../../parts/page.tsx'
import { Problem } from '../../parts/problem.tsx'
import { documentQuery } from '../document/queries.ts'
import style from './comparison.module.css'
import { FactsSection } from './facts-section.tsx'
import { PagesSection } from './pages-section.tsx'
import { comparisonOf } from './queries.ts'
import { TextSection } from './text-section.tsx'
import { UnreadLines } from './unread-lines.tsx'

/** 版を比べる — two versions side by side: what the files say, their words, their pages. */
export function ComparisonPage() {
  const t = useWords('archive')
  const go = useGo()
  const { documentId = '' } = useParams({ strict: false })
  const { data: document } = useSuspenseQuery(documentQuery(documentId))
  const search = useSearch({ strict: false })
  const [newest, last] = document.versions
  const pair = {
    before: chosen(search.before) ?? last?.version ?? 1,
    after: chosen(search.after) ?? newest?.version ?? 1,
  }
  const { data, error } = useQuery(comparisonOf(documentId, pair))
  const home = `/archive/documents/${encodeURIComponent(documentId)}`
  const choose = (change: Partial<typeof pair>) => {
    const { before, after } = { ...pair, ...change }
    go(`${home}/comparison?before=${before}&after=${after}`)
  }
  return (
    <>
      <PageHead title={t('compare.title')} lead={<Go href={home}>{document.title}</Go>} basis={t('compare.basis')} />
      <div className={style.chosen}>
        <Choice
          label={t('compare.before')}
          versions={document.versions}
          value={pair.before}
          onChange={(before) => choose({ before })}
        />
        <Choice
          label={t('compare.after')}
          versions={document.versions}
          value={pair.after}
          onChange={(after) => choose({ after })}
        />
      </div>
      <Problem error={error} />
      {!data && !error && <Loading doing={t('compare.making')} />}
      {data && (
        <>
          <p className={style.verdict}>{t(data.identical ? 'compare.identical' : 'compare.notIdentical')}</p>
          <UnreadLines compared={data} />
          <TextSection compared={data} />
          <PagesSection key={`${pair.before} ${pair.after}`} documentId={documentId} pair={pair} />
          <FactsSection compared={data} />
        </>
      )}
    </>
  )
}

/** An address that names no version is as one without. */
const chosen = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined

interface ChoiceProps {
  readonly label: string
  readonly versions: readonly VersionView[]
  readonly value: number
  readonly onChange: (version: number) => void
}

function Choice({ label, versions, value, onChange }: ChoiceProps) {
  const t = useWords('archive')
  const language = useLanguage()
  const data = versions.map(({ version, enteredAt, enteredBy }) => ({
    value: String(version),
    label: t('compare.choice', {
      version,
      day: dayText(enteredAt.slice(0, 10), language, false),
      name: enteredBy.name,
    }),
  }))
  return (
    <NativeSelect
      label={label}
      data={data}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}
