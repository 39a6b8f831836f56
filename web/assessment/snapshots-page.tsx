import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { SnapshotsView } from '#assessment/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { GoButton } from '../parts/go.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { useChange } from '../parts/use-change.ts'
import { Difference } from './snapshots/difference.tsx'
import { snapshotsQuery } from './snapshots/queries.ts'
import { SnapshotTable } from './snapshots/snapshot-table.tsx'

/** 点検の記録 — what was kept of each assessment, what the director approved, and what changed from one to the next. */
export function SnapshotsPage() {
  const t = useWords('assessment')
  const { data } = useSuspenseQuery(snapshotsQuery)
  const take = useChange(() => api.post('/snapshots', {}), t('snapshots.taken'))
  const { snapshots, due, may } = data
  return (
    <>
      <PageHead title={t('snapshots')} lead={<Due due={due} />} basis={t('snapshots.basis')}>
        <GoButton href="/assessment">{t('report.back')}</GoButton>
        {may.take && (
          <Button variant="filled" loading={take.isPending} onClick={() => take.mutate()}>
            {t('snapshots.take')}
          </Button>
        )}
      </PageHead>
      <Problem error={take.error} />
      {snapshots.length === 0 ? (
        <EmptyState why={t('snapshots.none')} gain={t('snapshots.gain')} />
      ) : (
        <Section title={t('snapshots.list')}>
          <SnapshotTable view={data} />
        </Section>
      )}
      {snapshots.length > 1 && <Difference key={snapshots[0]?.snapshotId} snapshots={snapshots} />}
    </>
  )
}

function Due({ due: { on, overdue } }: Pick<SnapshotsView, 'due'>) {
  const t = useWords('assessment')
  if (on === undefined) return t('snapshots.dueNow')
  const text = t(overdue ? 'snapshots.overdue' : 'snapshots.due')
  return <Sentence text={text} parts={{ day: <EraDate day={on} weekday={false} /> }} />
}
