import { type DragEvent, type ReactNode, useState } from 'react'
import style from './transfer.module.css'

interface DropAreaProps {
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** A place onto which a file may be dropped; the button within does the same for keyboard and screen reader. */
export function DropArea({ onFile, children }: DropAreaProps) {
  const [over, setOver] = useState(false)
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only takes what a mouse drops; the button is for everybody
    <div
      className={style.drop}
      data-over={over || undefined}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  )
}
