import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../app/i18n.ts'
import { GoButton } from '../../parts/go.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import { DocumentList } from './document-list.tsx'
import { archiveGroundQuery, type Search } from './queries.ts'
import { RegisterForm } from './register-form.tsx'
import { SearchForm } from './search-form.tsx'

/** 文書 — looked for, and registered. */
export function DocumentsPage() {
  const t = useWords('archive')
  const { new: wanted } = useSearch({ strict: false })
  const { data: ground } = useSuspenseQuery(archiveGroundQuery)
  const [search, setSearch] = useState<Search>({})
  const { may, toApprove } = ground
  if (may.enter && wanted !== undefined)
    return (
      <>
        <PageHead title={t('register.title')} lead={t('register.lead')} />
        <RegisterForm ground={ground} />
      </>
    )
  return (
    <>
      <PageHead
        title={t('title')}
        lead={toApprove > 0 ? t('toApprove', { count: toApprove }) : t('lead')}
        basis={t('basis')}
      >
        {may.enter && <GoButton href="/archive/documents?new=1">{t('register.open')}</GoButton>}
        <GoButton href="/archive/scan">{t('scan.open')}</GoButton>
      </PageHead>
      <Section title={t('search.title')}>
        <SearchForm kinds={ground.kinds} toApprove={toApprove} onSearch={setSearch} />
      </Section>
      <Section title={t('list.title')}>
        <DocumentList search={search} onSearch={setSearch} kinds={ground.kinds} />
      </Section>
    </>
  )
}
