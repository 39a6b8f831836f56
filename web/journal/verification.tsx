import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditProgress } from '#journal/contract'
import { useWords } from '../app/i18n.ts'
import { Loading } from '../parts/loading.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { Time } from '../parts/time.tsx'
import style from './journal.module.css'
import { type Report, verifyJournal } from './queries.ts'

/** 検証 — recomputes the journal, or what is new and a share of the rest, and says what it found, in a sentence and by entry. */
export function Verification() {
  const t = useWords('journal')
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<AuditProgress>()
  const verify = useMutation({
    mutationFn: (mode: 'auto' | 'full') => verifyJournal(mode, setProgress),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['today'], refetchType: 'none' }),
    onSettled: () => setProgress(undefined),
  })
  const pending = verify.isPending ? verify.variables : undefined
  return (
    <section className={style.verification} aria-label={t('verify.title')} aria-busy={verify.isPending}>
      <div className={style.ask}>
        <Button
          variant="filled"
          loading={pending === 'auto'}
          disabled={pending === 'full'}
          onClick={() => verify.mutate('auto')}
        >
          {t('verify.act')}
        </Button>
        <Button
          variant="default"
          loading={pending === 'full'}
          disabled={pending === 'auto'}
          onClick={() => verify.mutate('full')}
        >
          {t('verify.all')}
        </Button>
        <p role="status">{verify.isPending ? t('verify.running') : !verify.data && t('verify.note')}</p>
      </div>
      {verify.isPending && progress && <Loading doing={t('verify.doing')} done={progress.done} of={progress.of} />}
      <Problem error={verify.error} />
      {verify.data && !verify.isPending && <Result report={verify.data} />}
    </section>
  )
}

/** What was looked at, and in so many words what was not. */
function Covered({ coverage }: { readonly coverage: Report['coverage'] }) {
  const t = useWords('journal')
  const { mode, checked, fresh, older, olderChecked, because } = coverage
  const figures = {
    fresh: shown(fresh),
    older: shown(older),
    olderChecked: shown(olderChecked),
    rest: shown(older - olderChecked),
    checked: shown(checked),
  }
  if (mode === 'incremental') return <p>{t('verify.part', figures)}</p>
  return because === 'found' ? <p>{t('verify.found')}</p> : null
}

const shown = (count: number) => count.toLocaleString('en-US')

function Result({ report }: { readonly report: Report }) {
  const t = useWords('journal')
  const whole = report.findings.length === 0
  const { checked } = report.coverage
  const figures = { entries: shown(checked), count: report.findings.length + report.leftOut }
  return (
    <div className={style.result} data-whole={whole} role={whole ? 'status' : 'alert'}>
      <p className={style.answer}>{whole ? t('verify.whole', figures) : t('verify.broken', figures)}</p>
      <Covered coverage={report.coverage} />
      {!whole && <p>{t('verify.then')}</p>}
      {!whole && (
        <ol>
          {report.findings.map((finding) => (
            <li key={`${finding.log} ${finding.index} ${finding.code} ${JSON.stringify(finding.facts)}`}>
              {finding.sentence}
            </li>
          ))}
        </ol>
      )}
      {report.leftOut > 0 && <p>{t('verify.leftOut', { count: report.leftOut })}</p>}
      <p className={style.place}>
        <Sentence text={t('verify.at')} parts={{ at: <Time at={report.verifiedAt} /> }} />
      </p>
      <details className={style.roots}>
        <summary>{t('verify.roots')}</summary>
        <p>{t('verify.rootsNote')}</p>
        <ul>
          {report.logs.map(({ log, size, root }) => (
            <li key={log}>{t('verify.root', { log, size, root })}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
