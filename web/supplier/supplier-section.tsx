import { Button } from '@mantine/core'
import { useState } from 'react'
import { dayOf } from '#shared'
import type { IssuedLink, SheetSummary, SuppliersView } from '#supplier/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { Go } from '../parts/go.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { useChange } from '../parts/use-change.ts'
import { IssueForm } from './issue-form.tsx'
import { LinkSlip } from './link-slip.tsx'
import style from './supplier.module.css'

interface SupplierSectionProps {
  readonly supplier: SuppliersView['suppliers'][number]
  readonly view: SuppliersView
}

/** One supplier with its sheets, and what can be done next. */
export function SupplierSection({ supplier, view }: SupplierSectionProps) {
  const t = useWords('supplier')
  const { supplierId, name, toAsk, sheets } = supplier
  return (
    <section className={style.supplier} id={supplierId} aria-labelledby={`name-${supplierId}`}>
      <header>
        <h2 id={`name-${supplierId}`}>
          <Go href={`/registry/supplier/${supplierId}`}>{name}</Go>
        </h2>
        <span className={style.asks} data-some={toAsk > 0 || undefined}>
          {toAsk > 0 ? t('toAsk', { count: toAsk }) : t('nothingToAsk')}
        </span>
      </header>
      {sheets.length > 0 && (
        <ul className={style.sheets}>
          {sheets.map((sheet) => (
            <SheetLine key={sheet.sheetId} sheet={sheet} />
          ))}
        </ul>
      )}
      {view.may.ask && <SupplierActs supplier={supplier} usualDueOn={view.usualDueOn} />}
    </section>
  )
}

function SheetLine({ sheet }: { readonly sheet: SheetSummary }) {
  const t = useWords('supplier')
  const { sheetId, number, issuedOn, dueOn, state, replacedBy, asked, answered, due, remindedOn } = sheet
  const ended = state === 'closed' || state === 'replaced'
  return (
    <li data-ended={ended || undefined}>
      <Go href={`/suppliers/${sheetId}`}>{t('number', { number })}</Go>
      <span>{t(`state.${state}`, { by: replacedBy ?? 0 })}</span>
      <span>{t('answered', { asked, answered })}</span>
      <span>
        <Sentence text={t('sent')} parts={{ day: <EraDate day={issuedOn} weekday={false} /> }} />
      </span>
      {!ended && (
        <span>
          <Sentence text={t('due')} parts={{ day: <EraDate day={dueOn} weekday={false} /> }} />
        </span>
      )}
      {due && (
        <span className={style.due} data-due={due}>
          {t(`due.${due}`)}
        </span>
      )}
      {remindedOn && (
        <span>
          <Sentence text={t('reminded')} parts={{ day: <EraDate day={remindedOn} weekday={false} /> }} />
        </span>
      )}
    </li>
  )
}

type Open = 'issue' | undefined

function SupplierActs({
  supplier: { supplierId, name, toAsk, sheets, links },
  usualDueOn,
}: Pick<SupplierSectionProps, 'supplier'> & { readonly usualDueOn: string }) {
  const t = useWords('supplier')
  const [open, setOpen] = useState<Open>()
  const [link, setLink] = useState<IssuedLink>()
  const make = useChange(() => api.post<IssuedLink>(`/suppliers/${supplierId}/links`), undefined, setLink)
  const revoke = useChange((linkId: string) => api.remove(`/supplier-links/${linkId}`), t('link.revoked'))
  const waiting = sheets.some(({ state }) => state === 'open')
  const answerable = waiting || sheets.some(({ state }) => state === 'complete')
  return (
    <>
      <div className={style.acts}>
        {toAsk > 0 && open === undefined && (
          <Button
            variant={waiting ? 'default' : 'filled'}
            aria-label={t('issue.named', { name })}
            onClick={() => setOpen('issue')}
          >
            {t(waiting ? 'issueAgain' : 'issue')}
          </Button>
        )}
        {answerable && !link && (
          <Button aria-label={t('link.named', { name })} loading={make.isPending} onClick={() => make.mutate()}>
            {t('link')}
          </Button>
        )}
        {!link &&
          links.map(({ linkId, expiresAt }) => (
            <span key={linkId} className={style.acts}>
              <span>
                <Sentence text={t('link.until')} parts={{ day: <EraDate day={dayOf(expiresAt)} weekday={false} /> }} />
              </span>
              <Button onClick={() => revoke.mutate(linkId)} loading={revoke.isPending}>
                {t('link.revoke')}
              </Button>
            </span>
          ))}
      </div>
      <Problem error={make.error ?? revoke.error} />
      {open === 'issue' && (
        <IssueForm
          supplierId={supplierId}
          usualDueOn={usualDueOn}
          replaces={waiting}
          onDone={() => setOpen(undefined)}
        />
      )}
      {link && <LinkSlip name={name} link={link} onDone={() => setLink(undefined)} />}
    </>
  )
}
