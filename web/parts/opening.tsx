import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import style from './opening.module.css'

/** A form that lies behind its button until somebody wants it. */
export function Opening({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <div className={style.opening}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open && children}
    </div>
  )
}
