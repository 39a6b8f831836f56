import { Button, FileButton } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { useWords } from '../../app/i18n.ts'
import style from './verify.module.css'

/** Takes files that are dropped; the button within does the same for keyboard and screen reader. */
export function DropFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useWords('verify')
  const [over, setOver] = useState(false)
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and there is none
    <div
      role="group"
      aria-label={t('drop.label')}
      className={style.drop}
      data-over={over || undefined}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton multiple onChange={onFiles}>
        {(props) => (
          <Button {...props} variant="filled">
            {t('drop.choose')}
          </Button>
        )}
      </FileButton>
      <span>{t('drop.here')}</span>
    </div>
  )
}
