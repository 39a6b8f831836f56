import { Button } from '@mantine/core'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeptView } from '#archive/contract'
import { type Say, useWords } from '../../app/i18n.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import { ChosenActs } from './chosen-acts.tsx'
import { DestructionList } from './destruction-list.tsx'
import { DocumentTable } from './document-table.tsx'
import { destructionsQuery, keepingQuery } from './queries.ts'

/** 保存と廃棄 — what ends when and what has no end, what is held, the lists to approve, and what was destroyed. */
export function DestructionPage() {
  const t = useWords('destruction')
  const kept = useSuspenseInfiniteQuery(keepingQuery)
  const lists = useSuspenseQuery(destructionsQuery).data
  const [chosen, setChosen] = useState<readonly string[]>([])
  const documents = kept.data.pages.flatMap((page) => page.documents)
  const may = kept.data.pages[0]?.may
  const open = lists.destructions.filter(({ state }) => state === 'proposed')
  const over = lists.destructions.filter(({ state }) => state !== 'proposed')
  return (
    <>
      <PageHead title={t('title')} lead={leadOf(documents, open.length, t)} basis={t('basis')} />
      {open.length > 0 && (
        <Section title={t('open.title')} note={t('count', { count: open.length })}>
          <DestructionList destructions={open} may={lists.may} today={lists.today} />
        </Section>
      )}
      <Section title={t('documents.title')}>
        {documents.length === 0 ? (
          <EmptyState why={t('documents.none')} gain={t('documents.noneGain')} />
        ) : (
          <>
            <DocumentTable documents={documents} chosen={chosen} onChange={may?.write ? setChosen : undefined} />
            {kept.hasNextPage && (
              <Button onClick={() => kept.fetchNextPage()} loading={kept.isFetchingNextPage}>
                {t('documents.more')}
              </Button>
            )}
            {may?.write && chosen.length > 0 && (
              <ChosenActs
                key={chosen.join(' ')}
                chosen={documents.filter(({ documentId }) => chosen.includes(documentId))}
                may={may}
                onEnd={() => setChosen([])}
              />
            )}
          </>
        )}
      </Section>
      {over.length > 0 && (
        <Section title={t('over.title')} note={t('count', { count: over.length })}>
          <DestructionList destructions={over} may={lists.may} today={lists.today} />
        </Section>
      )}
    </>
  )
}

function leadOf(documents: readonly KeptView[], waiting: number, t: Say<'destruction'>): string {
  const ended = documents.filter(({ obstacle, destructionId }) => !obstacle && !destructionId).length
  const open = documents.filter(({ obstacle }) => obstacle === 'open').length
  const first = waiting > 0 ? t('lead.waiting', { count: waiting }) : t('lead.noneWaiting')
  return `${first}${t('lead.documents', { ended, open })}`
}
