import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownFilesView, ShownPartsView } from '#assessment/contract'
import { apiUrl } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { Loading } from '../parts/loading.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import style from './inspector.module.css'
import { shownPartQuery, shownPartsQuery } from './queries.ts'
import { ShownPart } from './shown-part.tsx'

interface ShownFileProps {
  readonly token: string
  readonly file: ShownFilesView['files'][number]
  /** The newest stands open. */
  readonly isOpen?: boolean
}

/** One file: how much it lacks, the whole as PDF, and its parts in the order of the paper. */
export function ShownFile({ token, file, isOpen = false }: ShownFileProps) {
  const t = useWords('inspector')
  const { inspectionId, madeOn, missing } = file
  const [wanted, setWanted] = useState(isOpen)
  const paper = apiUrl(`/inspector/files/${inspectionId}/paper.pdf`)
  return (
    <details className={style.file} open={isOpen} onToggle={(event) => event.currentTarget.open && setWanted(true)}>
      <summary>
        <h2>
          <Sentence text={t('file.made')} parts={{ day: <EraDate day={madeOn} /> }} />
        </h2>
        <span>{missing === 0 ? t('file.complete') : t('file.lacking', { count: missing })}</span>
      </summary>
      <p>
        <a className={style.paper} href={paper} target="_blank" rel="noreferrer">
          {t('file.paper')}
        </a>
      </p>
      {wanted && <Parts token={token} inspectionId={inspectionId} paper={paper} missing={missing} />}
    </details>
  )
}

interface PartsProps {
  readonly token: string
  readonly inspectionId: string
  readonly paper: string
  readonly missing: number
}

function Parts({ token, inspectionId, paper, missing }: PartsProps) {
  const t = useWords('inspector')
  const { data, error } = useQuery(shownPartsQuery(token, inspectionId))
  if (error) return <Problem error={error} />
  if (!data) return <Loading />
  if (data.parts.length === 0) return <p>{t('file.onPaper')}</p>
  return (
    <ol className={style.parts} aria-label={t('file.parts')}>
      {data.parts.map((part) => (
        <li key={part.id}>
          <PartLine token={token} inspectionId={inspectionId} part={part} paper={paper} all={missing} />
        </li>
      ))}
    </ol>
  )
}

interface PartLineProps {
  readonly token: string
  readonly inspectionId: string
  readonly part: ShownPartsView['parts'][number]
  readonly paper: string
  /** How much the whole file lacks, which is what its first part lists. */
  readonly all: number
}

/** One part, asked for when it is opened and not before: each asking is written down. */
function PartLine({ token, inspectionId, part, paper, all }: PartLineProps) {
  const t = useWords('inspector')
  const { id, number, title, missing } = part
  const [wanted, setWanted] = useState(false)
  const { data, error } = useQuery({ ...shownPartQuery(token, inspectionId, id), enabled: wanted })
  const lacking = id === 'missing' ? all : missing
  return (
    <details className={style.part} onToggle={(event) => event.currentTarget.open && setWanted(true)}>
      <summary>
        <b>{number}</b>
        <h3>{title}</h3>
        <span className={style.state} data-lacking={lacking > 0 || undefined}>
          {lacking === 0 ? t('part.none') : id === 'missing' ? t('part.first') : t('part.lacking', { count: lacking })}
        </span>
      </summary>
      <Problem error={error} />
      {wanted && !data && !error && <Loading />}
      {data && <ShownPart part={data} paper={paper} />}
    </details>
  )
}
