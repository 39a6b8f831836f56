import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IssuedLink } from '#supplier/contract'
import { useWords } from '../app/i18n.ts'
import { Acts } from '../parts/form.tsx'
import style from './supplier.module.css'

interface LinkSlipProps {
  readonly name: string
  readonly link: IssuedLink
  readonly onDone: () => void
}

/** 回答用リンク — shown this once. The token stands behind the #, which no browser sends and no log keeps. */
export function LinkSlip({ name, link: { token }, onDone }: LinkSlipProps) {
  const t = useWords('supplier')
  const [copied, setCopied] = useState(false)
  const address = `${window.location.origin}/answer#${token}`
  // Where a page may not write to the clipboard, the box is there to be copied by hand.
  const copy = () => navigator.clipboard?.writeText(address).then(() => setCopied(true))
  return (
    <div className={style.slip}>
      <p>{t('link.once', { name })}</p>
      <TextInput
        className={style.address}
        label={t('link.address')}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Acts>
        <Button variant="filled" onClick={copy}>
          {t(copied ? 'link.copied' : 'link.copy')}
        </Button>
        <Button onClick={onDone}>{t('link.done')}</Button>
      </Acts>
    </div>
  )
}
