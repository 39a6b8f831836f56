import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../app/i18n.ts'
import { Acts } from '../parts/form.tsx'
import style from './inspector.module.css'
import type { ShownLink } from './inspectors.tsx'

interface LinkSlipProps {
  readonly link: ShownLink
  readonly onDone: () => void
}

/** 検査者への案内 — shown this once, to be copied or to be read by the inspector's own device. */
export function LinkSlip({ link: { name, address, qr }, onDone }: LinkSlipProps) {
  const t = useWords('inspector')
  const [copied, setCopied] = useState(false)
  // Where a page may not write to the clipboard, the box is there to be copied by hand.
  const copy = () => navigator.clipboard?.writeText(address).then(() => setCopied(true))
  const isHereOnly = ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname)
  return (
    <div className={style.slip}>
      <p>{t('once', { name })}</p>
      {isHereOnly && <p className={style.here}>{t('here')}</p>}
      <div className={style.link}>
        {!isHereOnly && <img src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`} alt={t('qr')} />}
        <TextInput label={t('address')} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </div>
      <Acts>
        <Button variant="filled" onClick={copy}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <Button onClick={onDone}>{t('done')}</Button>
      </Acts>
    </div>
  )
}
