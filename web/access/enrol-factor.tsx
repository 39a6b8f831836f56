import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BegunFactor, FactorView } from '#access/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { sessionQuery } from '../app/session.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './access.module.css'
import { PasswordAgain } from './password-again.tsx'

/** What the server offers: the secret or the codes, and for an app the QR code as SVG text. */
type Offered = BegunFactor & { readonly qr?: string }

interface EnrolFactorProps {
  readonly kind: FactorView['kind']
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** 第二の要素を登録する — the app shows a code, which proves that it took the secret; the printed list is shown once. */
export function EnrolFactor({ kind, onDone, onCancel }: EnrolFactorProps) {
  const queryClient = useQueryClient()
  const offer = useMutation({
    mutationFn: (currentPassword?: string) => api.post<Offered>('/own/factors', { kind, currentPassword }),
  })
  const { mutate } = offer
  useEffect(() => mutate(undefined), [mutate])
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    onDone()
  }
  if (offer.error) return <PasswordAgain error={offer.error} busy={offer.isPending} onPassword={mutate} />
  if (!offer.data) return <Loading />
  return <Confirmation offered={offer.data} onDone={done} onCancel={onCancel} />
}

interface ConfirmationProps {
  readonly offered: Offered
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Shown this once; it counts from the moment its first code was typed. */
function Confirmation({ offered, onDone, onCancel }: ConfirmationProps) {
  const t = useWords('access')
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => api.post<void>(`/own/factors/${offered.factorId}/confirm`, { code }),
    onSuccess: onDone,
  })
  return (
    <Form onSubmit={() => confirm.mutate()} busy={confirm.isPending}>
      {offered.codes ? <CodeList codes={offered.codes} /> : <Secret offered={offered} />}
      <TextInput
        label={offered.codes ? t('factor.firstCode') : t('factor.code')}
        description={offered.codes && t('factor.firstCodeWhy')}
        inputMode={offered.codes ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Problem error={confirm.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={confirm.isPending}>
          {t('factor.confirm')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </Acts>
    </Form>
  )
}

function Secret({ offered }: { readonly offered: Offered }) {
  const t = useWords('access')
  return (
    <>
      <p>{t('factor.scan')}</p>
      <div className={style.qr}>
        {offered.qr && <img src={`data:image/svg+xml;utf8,${encodeURIComponent(offered.qr)}`} alt={t('factor.qr')} />}
        {offered.secret && (
          <p className={style.small}>
            {t('factor.secret')}
            <br />
            <code>{offered.secret.replace(/(.{4})/g, '$1 ')}</code>
          </p>
        )}
      </div>
    </>
  )
}

function CodeList({ codes }: { readonly codes: readonly string[] }) {
  const t = useWords('access')
  return (
    <div className={`${style.slip} print-alone`}>
      <b>{t('factor.list')}</b>
      <p>{t('factor.listOnce')}</p>
      <ol className={style.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Acts>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </Acts>
    </div>
  )
}
