import { useSuspenseQuery } from '@tanstack/react-query'
import type { TrustItemView } from '#signature/contract'
import { type Say, useWords } from '../../app/i18n.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import style from '../signature.module.css'
import { SubPlaces } from '../sub-places.tsx'
import { AddForm } from './add-form.tsx'
import { Item } from './item.tsx'
import { trustQuery } from './queries.ts'

/** 信頼の起点 — whose certificates are believed, since when, and by whom they were confirmed. */
export function TrustPage() {
  const t = useWords('trust')
  const { data } = useSuspenseQuery(trustQuery)
  const { items, may } = data
  const there = items.filter(({ state }) => state !== 'withdrawn')
  const withdrawn = items.filter(({ state }) => state === 'withdrawn')
  const anchors = there.filter(({ kind }) => kind === 'anchor')
  const below = there.filter(({ kind }) => kind !== 'anchor')
  const list = (shown: readonly TrustItemView[]) => (
    <ul className={style.list}>
      {shown.map((item) => (
        <Item key={item.itemId} item={item} may={may} />
      ))}
    </ul>
  )
  return (
    <>
      <PageHead title={t('title')} lead={leadOf(anchors, t)} basis={t('basis')} />
      <SubPlaces />
      <Section title={t('anchors')}>
        {anchors.length === 0 ? <EmptyState why={t('none')} gain={t('noneGain')} /> : list(anchors)}
      </Section>
      {below.length > 0 && (
        <Section title={t('below')} note={t('belowNote')}>
          {list(below)}
        </Section>
      )}
      {may.propose && (
        <Section title={t('add.title')}>
          <AddForm />
        </Section>
      )}
      {withdrawn.length > 0 && <Section title={t('withdrawn')}>{list(withdrawn)}</Section>}
    </>
  )
}

function leadOf(anchors: readonly TrustItemView[], t: Say<'trust'>): string {
  const trusted = anchors.filter(({ state }) => state === 'trusted').length
  const waiting = anchors.length - trusted
  const first = trusted === 0 ? t('lead.nobody') : t('lead.trusted', { count: trusted })
  return waiting === 0 ? first : `${first}${t('lead.waiting', { count: waiting })}`
}
