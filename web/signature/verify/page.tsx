import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { PageHead } from '../../parts/page.tsx'
import { SubPlaces } from '../sub-places.tsx'
import { DropFiles } from './drop-files.tsx'
import { KindChoice } from './kind-choice.tsx'
import { groundQuery } from './queries.ts'
import { Sheet } from './sheet.tsx'
import { useVerifications } from './use-verifications.ts'
import style from './verify.module.css'

/** 署名の検証 — drop a file; the answer is a sheet of paper. */
export function VerifyPage() {
  const t = useWords('verify')
  const { data } = useSuspenseQuery(groundQuery)
  const [kind, setKind] = useState('')
  const { items, add, again, allAgain, remove } = useVerifications(kind)
  const choose = (next: string) => {
    setKind(next)
    allAgain(next)
  }
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} basis={t('basis')} />
      <SubPlaces />
      {data.anchors.signers === 0 && (
        <div className={style.notice}>
          <p>
            <b>{t('noAnchor')}</b>
          </p>
          <p>
            {t('noAnchorNext')} {data.mayReadTrust ? <Go href="/signatures/trust">{t('trust')}</Go> : t('noAnchorAsk')}
          </p>
        </div>
      )}
      <div className={style.ask}>
        <KindChoice kinds={data.documentKinds} kind={kind} onChange={choose} />
        <DropFiles onFiles={add} />
      </div>
      <div className={style.sheets} aria-live="polite">
        {items.map((item) => (
          <Sheet
            key={item.id}
            item={item}
            kinds={data.documentKinds}
            onAgain={(content) => again(item, content ? { content } : {})}
            onRemove={() => remove(item)}
          />
        ))}
      </div>
    </>
  )
}
