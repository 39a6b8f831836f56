import { useSuspenseQuery } from '@tanstack/react-query'
import { sayField, shownFact } from '#registry/contract'
import type { DisputeView, SuppliersView } from '#supplier/contract'
import { useLanguage, useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { suppliersQuery } from './queries.ts'
import style from './supplier.module.css'
import { SupplierSection } from './supplier-section.tsx'

/** 事業者への質問 — every supplier: what is to be asked, what was asked, what came back, and whom to remind. */
export function SuppliersPage() {
  const t = useWords('supplier')
  const { data } = useSuspenseQuery(suppliersQuery)
  const toRemind = data.suppliers.flatMap(({ sheets }) => sheets.filter((sheet) => sheet.toRemind)).length
  return (
    <>
      <PageHead
        title={t('title')}
        lead={toRemind > 0 ? t('toRemind', { count: toRemind }) : t('lead')}
        basis={t('basis')}
      />
      {data.disputes.length > 0 && <Disputes disputes={data.disputes} />}
      {data.suppliers.length === 0 && (
        <EmptyState why={t('none')} gain={t('noneGain')}>
          <GoButton href="/registry/supplier">{t('toRegistry')}</GoButton>
        </EmptyState>
      )}
      {inOrder(data).map((supplier) => (
        <SupplierSection key={supplier.supplierId} supplier={supplier} view={data} />
      ))}
    </>
  )
}

type Supplier = SuppliersView['suppliers'][number]

/** Whoever is waited for in vain comes first, then whoever is to be asked, then the rest. */
function inOrder({ suppliers }: SuppliersView): readonly Supplier[] {
  const rank = ({ sheets, toAsk }: Supplier) =>
    sheets.some(({ toRemind }) => toRemind) ? 0 : sheets.some(({ state }) => state === 'open') ? 1 : toAsk > 0 ? 2 : 3
  return suppliers.toSorted((a, b) => rank(a) - rank(b))
}

function Disputes({ disputes }: { readonly disputes: readonly DisputeView[] }) {
  const t = useWords('supplier')
  const language = useLanguage()
  return (
    <Section title={t('disputes')} note={t('disputes.note')}>
      <ul className={style.disputes}>
        {disputes.map(({ kind, id, name, field, registered, answered, supplierName, answeredOn, staleSince }) => (
          <li key={`${kind} ${id} ${field}`}>
            <b>
              {name}　{sayField(kind, field, language)}
            </b>
            <Sentence
              text={t(staleSince ? 'dispute.stale' : 'dispute.says', {
                registered: shownFact(kind, field, registered, language),
                answered: shownFact(kind, field, answered, language),
                name: supplierName,
              })}
              parts={{
                day: <EraDate day={answeredOn} weekday={false} />,
                since: staleSince && <EraDate day={staleSince} weekday={false} />,
              }}
            />{' '}
            <Go href={`/registry/${kind}/${id}?field=${field}`}>{t('dispute.open')}</Go>
          </li>
        ))}
      </ul>
    </Section>
  )
}
