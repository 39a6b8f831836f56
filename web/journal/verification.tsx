import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../app/i18n.ts'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { Time } from '../parts/time.tsx'
import style from './journal.module.css'
import { type Report, verifyJournal } from './queries.ts'

/** 検証 — recomputes the whole journal and says what it found, in a sentence and by entry. */
export function Verification() {
  const t = useWords('journal')
  const queryClient = useQueryClient()
  const verify = useMutation({
    mutationFn: verifyJournal,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['today'], refetchType: 'none' }),
  })
  return (
    <section className={style.verification} aria-label={t('verify.title')} aria-busy={verify.isPending}>
      <div className={style.ask}>
        <Button variant="filled" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('verify.act')}
        </Button>
        <p role="status">{verify.isPending ? t('verify.running') : !verify.data && t('verify.note')}</p>
      </div>
      <Problem error={verify.error} />
      {verify.data && !verify.isPending && <Result report={verify.data} />}
    </section>
  )
}

function Result({ report }: { readonly report: Report }) {
  const t = useWords('journal')
  const whole = report.findings.length === 0
  const figures = { entries: report.entries.toLocaleString('en-US'), count: report.findings.length + report.leftOut }
  return (
    <div className={style.result} data-whole={whole} role={whole ? 'status' : 'alert'}>
      <p className={style.answer}>{whole ? t('verify.whole', figures) : t('verify.broken', figures)}</p>
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
