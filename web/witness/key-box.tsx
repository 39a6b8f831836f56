import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../app/i18n.ts'
import style from './witness.module.css'

/** 検証鍵 — to be handed to the other side; where a page may not write to the clipboard, it is copied by hand. */
export function KeyBox({ label, help, keys }: KeyBoxProps) {
  const t = useWords('witness')
  const [copied, setCopied] = useState(false)
  const text = keys.join('\n')
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true))
  return (
    <div className={style.key}>
      <Textarea
        label={label}
        description={help}
        readOnly
        rows={Math.min(3, keys.length + 1)}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>
    </div>
  )
}

interface KeyBoxProps {
  readonly label: string
  readonly help: string
  readonly keys: readonly string[]
}
