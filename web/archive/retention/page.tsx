import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import { KeeperForm } from './keeper-form.tsx'
import { KeeperList } from './keeper-list.tsx'
import { PaperButton } from './paper-button.tsx'
import { PeriodTable } from './period-table.tsx'
import { retentionTableQuery } from './queries.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleList } from './rule-list.tsx'

/** 保存期間 — how long each kind of document is kept, by which law, and what the facility itself decided. */
export function RetentionPage() {
  const t = useWords('retention')
  const language = useLanguage()
  const { data } = useSuspenseQuery(retentionTableQuery)
  const open = data.kinds.filter(({ duties }) => duties.length === 0 || duties.some(isOpen)).length
  const settled = data.kinds.length - open
  return (
    <>
      <PageHead title={t('title')} lead={t('lead', { settled, open })} basis={t('basis')}>
        <PaperButton today={data.today} />
      </PageHead>
      <Section title={t('table.title')} note={t('table.note', { version: dayText(data.version, language, false) })}>
        <PeriodTable view={data} />
      </Section>
      {data.may.rule && (
        <Section title={t('rule.title')}>
          <RuleForm view={data} />
        </Section>
      )}
      <Section title={t('rules.title')} note={t('rules.count', { count: data.rules.length })}>
        <RuleList view={data} />
      </Section>
      <Section title={t('keepers.title')} note={t('rules.count', { count: data.keepers.length })}>
        <KeeperList keepers={data.keepers} />
        {data.may.rule && <KeeperForm today={data.today} />}
      </Section>
    </>
  )
}

const isOpen = ({ years, startsWith }: { readonly years: number | null; readonly startsWith: string | null }) =>
  years === null || startsWith === null
