import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useRef } from 'react'
import { apiUrl } from '../app/api.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page.tsx'
import { reportQuery } from './queries.ts'
import style from './report/report.module.css'
import { useBlobAddress } from './report/use-blob-address.ts'

/** 点検結果の紙 — the paper made of the assessment: what it is, how it looks, and how one gets it. */
export function ReportPage() {
  const t = useWords('assessment')
  return (
    <>
      <PageHead title={t('report')} lead={t('report.lead')} basis={t('report.basis')}>
        <GoButton href="/assessment">{t('report.back')}</GoButton>
      </PageHead>
      <ul className={style.about}>
        <li>{t('report.content')}</li>
        <li>{t('report.claim')}</li>
        <li>{t('report.language')}</li>
      </ul>
      <Suspense fallback={<Loading doing={t('report.making')} />}>
        <Paper />
      </Suspense>
    </>
  )
}

// The viewer's own pages at the left would take the room of the paper.
const VIEWER = '#navpanes=0&view=FitH'

function Paper() {
  const t = useWords('assessment')
  const language = useLanguage()
  const { data: paper } = useSuspenseQuery(reportQuery(language))
  const { today } = useSession()
  const address = useBlobAddress(paper)
  const isWide = useMediaQuery('(min-width: 761px)', true, { getInitialValueInEffect: false })
  const preview = useRef<HTMLIFrameElement>(null)
  if (!address) return null
  return (
    <>
      <div className={style.acts}>
        <Button component="a" variant="filled" href={address} target="_blank">
          {t('report.open')}
        </Button>
        <Button onClick={() => print(preview.current, address)}>{t('report.print')}</Button>
        <Button component="a" href={address} download={t('report.file', { day: today })}>
          {t('report.save')}
        </Button>
        <Button component="a" href={apiUrl(`/assessment/report.xlsx?language=${language}`)} download>
          {t('report.excel')}
        </Button>
        <Button
          component="a"
          href={apiUrl(`/emergency-card.pdf?language=${language}`)}
          target="_blank"
          rel="noreferrer"
        >
          {t('report.card')}
        </Button>
      </div>
      {isWide && (
        <iframe ref={preview} className={style.preview} src={`${address}${VIEWER}`} title={t('report.preview')} />
      )}
    </>
  )
}

/** Prints from the preview; where the browser's viewer does not let us, the paper opens and is printed from there. */
function print(preview: HTMLIFrameElement | null, address: string): void {
  try {
    if (!preview?.contentWindow) throw new Error('there is no preview to print from')
    preview.contentWindow.focus()
    preview.contentWindow.print()
  } catch {
    window.open(address, '_blank')
  }
}
