import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../app/i18n.ts'
import { GoButton } from '../../parts/go.tsx'
import { Opening } from '../../parts/opening.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import { ObjectionForm } from './objection-form.tsx'
import { ObjectionList } from './objection-list.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanList } from './plan-list.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileList } from './profile-list.tsx'
import { scanDeskQuery } from './queries.ts'
import { ScanForm } from './scan-form.tsx'
import { WaitingList } from './waiting-list.tsx'

/** 紙の読取り — the scan desk: what comes in, what waits for a signature, and what was decided of it. */
export function ScanDeskPage() {
  const t = useWords('scan')
  const { data: desk } = useSuspenseQuery(scanDeskQuery)
  const { may, waiting, profiles, plans, objections } = desk
  const overdue = waiting.filter((one) => one.overdue).length
  const lead =
    overdue > 0
      ? t('lead.overdue', { overdue })
      : waiting.length > 0
        ? t('lead.waiting', { count: waiting.length })
        : t('lead')
  return (
    <>
      <PageHead title={t('title')} lead={lead} basis={t('basis')}>
        <GoButton href="/archive/documents">{t('toDocuments')}</GoButton>
      </PageHead>
      {may.scan && (
        <Section title={t('scan.title')}>
          <ScanForm desk={desk} />
        </Section>
      )}
      <Section title={t('waiting.title')} note={t('count', { count: waiting.length })}>
        <WaitingList desk={desk} />
      </Section>
      <Section title={t('profiles.title')} note={t('count', { count: profiles.length })}>
        <ProfileList desk={desk} />
        {may.manage && (
          <Opening label={t('profile.open')}>
            <ProfileForm desk={desk} />
          </Opening>
        )}
      </Section>
      <Section title={t('plans.title')} note={t('count', { count: plans.length })}>
        <PlanList desk={desk} />
        {may.manage && (
          <Opening label={t('plan.open')}>
            <PlanForm today={desk.today} />
          </Opening>
        )}
      </Section>
      <Section title={t('objections.title')} note={t('count', { count: objections.length })}>
        <ObjectionList desk={desk} />
        {may.scan && (
          <Opening label={t('objection.open')}>
            <ObjectionForm today={desk.today} />
          </Opening>
        )}
      </Section>
    </>
  )
}
