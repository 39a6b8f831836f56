import { Button, NativeSelect, NumberInput, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type MailServerView, MOST_RECIPIENTS, type TlsMode, tlsModes } from '#outbox/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './timetable.module.css'

const usualPorts: Readonly<Record<TlsMode, number>> = { starttls: 587, implicit: 465, none: 25 }

/** メールサーバーを決める — the kept password does not come back here; left empty, it stays. */
export function ServerForm({ server }: { readonly server: MailServerView | undefined }) {
  const t = useWords('timetable')
  const [open, setOpen] = useState(false)
  const [host, setHost] = useState(server?.host ?? '')
  const [tls, setTls] = useState<TlsMode>(server?.tls ?? 'starttls')
  const [port, setPort] = useState<number | string>(server?.port ?? usualPorts.starttls)
  const [loginName, setLoginName] = useState(server?.loginName ?? '')
  const [password, setPassword] = useState('')
  const [sender, setSender] = useState(server?.sender ?? '')
  const [to, setTo] = useState(server?.recipients.join('\n') ?? '')
  const recipients = to.split(/[\s,、]+/).filter((one) => one !== '')
  const save = useChange(
    () => {
      const secret = { ...(loginName === '' ? {} : { loginName }), ...(password === '' ? {} : { password }) }
      return api.put('/mail/server', { host, port: Number(port), tls, sender, recipients, ...secret })
    },
    () => t('form.done'),
    () => setOpen(false),
  )
  const choose = (mode: TlsMode) => {
    setTls(mode)
    setPort(usualPorts[mode])
  }
  const title = t(server ? 'form.change' : 'form.open')
  if (!open) return <Button onClick={() => setOpen(true)}>{title}</Button>
  const isReady = host !== '' && sender !== '' && recipients.length > 0 && recipients.length <= MOST_RECIPIENTS
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isReady && save.mutate()} busy={save.isPending} label={title}>
        <Textarea
          label={t('form.to')}
          description={t('form.toHelp', { most: MOST_RECIPIENTS })}
          rows={2}
          spellCheck={false}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={t('mail.server')}
          description={t('form.hostHelp')}
          spellCheck={false}
          value={host}
          onChange={(event) => setHost(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('form.tls')}
          description={t('form.tlsHelp')}
          value={tls}
          data={tlsModes.map((value) => ({ value, label: t(`tls.${value}`) }))}
          onChange={(event) => choose(event.currentTarget.value as TlsMode)}
        />
        <NumberInput label={t('form.port')} min={1} max={65_535} hideControls value={port} onChange={setPort} />
        <TextInput
          label={t('mail.sender')}
          type="email"
          value={sender}
          onChange={(event) => setSender(event.currentTarget.value)}
        />
        {tls !== 'none' && (
          <>
            <TextInput
              label={t('form.user')}
              autoComplete="off"
              spellCheck={false}
              value={loginName}
              onChange={(event) => setLoginName(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('form.password')}
              description={server?.hasPassword ? t('form.passwordKept') : undefined}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        )}
        <Problem error={save.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={save.isPending} disabled={!isReady}>
            {t('form.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
