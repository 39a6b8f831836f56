import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { type Factor, sessionQuery } from '../app/session.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './access.module.css'

interface Offered {
  readonly factorId: string
  readonly secret?: string
  /** The QR code as SVG text. */
  readonly qr?: string
  readonly codes?: readonly string[]
}

interface EnrolFactorProps {
  readonly kind: Factor['kind']
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** 第二の要素を登録する — the app shows a code, which proves that it took the secret; the printed list is shown once. */
export function EnrolFactor({ kind, onDone, onCancel }: EnrolFactorProps) {
  const queryClient = useQueryClient()
  const offer = useMutation({ mutationFn: () => api.post<Offered>('/own/factors', { kind }) })
  const { mutate } = offer
  useEffect(() => mutate(), [mutate])
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    onDone()
  }
  if (offer.error) return <Problem error={offer.error} />
  if (!offer.data) return <Loading />
  if (offer.data.codes) return <CodeList codes={offer.data.codes} onDone={done} />
  return <AuthenticatorApp offered={offer.data} onDone={done} onCancel={onCancel} />
}

interface AppProps {
  readonly offered: Offered
  readonly onDone: () => void
  readonly onCancel: () => void
}

function AuthenticatorApp({ offered, onDone, onCancel }: AppProps) {
  const t = useWords('access')
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => api.post<void>(`/own/factors/${offered.factorId}/confirm`, { code }),
    onSuccess: onDone,
  })
  return (
    <Form onSubmit={() => confirm.mutate()} busy={confirm.isPending}>
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
      <TextInput
        label={t('factor.code')}
        inputMode="numeric"
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

function CodeList({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const t = useWords('access')
  return (
    <>
      <div className={style.slip}>
        <b>{t('factor.list')}</b>
        <p>{t('factor.listOnce')}</p>
        <ol className={style.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <Acts>
        <Button onClick={() => window.print()}>{t('print')}</Button>
        <Button variant="filled" onClick={onDone}>
          {t('factor.kept')}
        </Button>
      </Acts>
    </>
  )
}
