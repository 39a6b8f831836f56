import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ProblemError } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { shownFilesQuery } from './queries.ts'
import { ShownFile } from './shown-file.tsx'

/** 検査者の画面 — what an inspector sees who opens the link: the files as they were made, and nothing else of the house. */
export function InspectorPage() {
  const t = useWords('inspector')
  // The token stands behind the #: no browser sends it, so it is in no log.
  const token = window.location.hash.slice(1)
  const { data, error } = useQuery(shownFilesQuery(token))
  const leave = useMutation({ mutationFn: () => api.remove('/inspector/session') })
  if (token === '') return <PageHead title={t('own.title')} lead={t('own.noLink')} />
  if (leave.isSuccess) return <PageHead title={t('own.left')} lead={t('own.leftLead')} />
  // Once a link is over or closed nothing of the files stays on the screen; a house that does not answer hides nothing.
  if (error && (!data || (error instanceof ProblemError && error.code === 'sign-in-failed')))
    return (
      <>
        <PageHead title={t('own.title')} />
        <Problem error={error} />
      </>
    )
  if (!data) return <Loading />
  const { facility, organisation, inspector: name, lastDay, files } = data
  const [newest, ...older] = files
  return (
    <>
      <PageHead
        title={t('own.of', { facility })}
        lead={<Sentence text={t('own.lead', { organisation, name })} parts={{ day: <EraDate day={lastDay} /> }} />}
        basis={newest ? t('own.basis') : t('own.none')}
      >
        <Button loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('own.leave')}
        </Button>
      </PageHead>
      <Problem error={error ?? leave.error} />
      {newest && <ShownFile key={newest.inspectionId} token={token} file={newest} isOpen />}
      {older.length > 0 && (
        <Section title={t('file.older')}>
          {older.map((file) => (
            <ShownFile key={file.inspectionId} token={token} file={file} />
          ))}
        </Section>
      )}
    </>
  )
}
