import { Button } from '@mantine/core'
import { dayOf } from '#shared'
import { useWords } from '../../app/i18n.ts'
import { useSession } from '../../app/session.ts'
import { EraDate } from '../../parts/day.tsx'
import { Acts } from '../../parts/form.tsx'
import style from '../access.module.css'
import type { Handed } from '../queries.ts'

interface InvitationSlipProps extends Handed {
  readonly onDone: () => void
}

/** 招待の紙 — shown once and handed over in person; the code cannot be read again afterwards. */
export function InvitationSlip({ account, issued, onDone }: InvitationSlipProps) {
  const t = useWords('access')
  const { facility } = useSession()
  return (
    <section className={`${style.slip} print-alone`} aria-label={t('slip.title')}>
      <b>{t('slip.to', { name: account.displayName })}</b>
      <dl>
        <dt>{t('slip.place')}</dt>
        <dd>
          {facility.name}
          <br />
          {window.location.origin}/invitation
        </dd>
        <dt>{t('loginName')}</dt>
        <dd>{account.loginName}</dd>
        <dt>{t('invitation.code')}</dt>
        <dd className={style.code}>{issued.code}</dd>
        <dt>{t('slip.until')}</dt>
        <dd>
          <EraDate day={dayOf(issued.expiresAt)} />
        </dd>
      </dl>
      <p className="no-print">{t('slip.once')}</p>
      <Acts>
        <Button variant="filled" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button onClick={onDone}>{t('slip.handed')}</Button>
      </Acts>
    </section>
  )
}
