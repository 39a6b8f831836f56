import type { ReactNode } from 'react'
import type { Field } from '#registry/contract'
import { useBilingual } from '../../app/i18n.ts'
import { useItem } from '../item-context.ts'
import style from './fields.module.css'

/** What a box is joined with: its name, and the texts below it. */
export interface BoxProps {
  readonly id: string
  readonly 'aria-labelledby': string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

interface FieldRowProps {
  readonly path: string
  readonly field: Field<unknown>
  /** A single box takes the label by `htmlFor`; several share its name as a group. */
  readonly group?: boolean
  readonly children: (box: BoxProps) => ReactNode
}

/** One fact in a line: its name at the left, the box at the right, below it the help and what is wrong. */
export function FieldRow({ path, field, group, children }: FieldRowProps) {
  const say = useBilingual()
  const { wrongAt, wanted } = useItem()
  const wrong = wrongAt(path)
  const [labelId, helpId, wrongId] = [`label-${path}`, `help-${path}`, `wrong-${path}`]
  const described = [field.help && helpId, wrong && wrongId].filter(Boolean).join(' ')
  const Label = group ? 'span' : 'label'
  return (
    <div className={style.row} id={`field-${path}`} data-wanted={wanted === path || undefined}>
      <Label className={style.label} id={labelId} htmlFor={group ? undefined : path}>
        {say(field.words)}
      </Label>
      <div className={style.box}>
        {children({
          id: path,
          'aria-labelledby': labelId,
          'aria-describedby': described || undefined,
          'aria-invalid': wrong ? true : undefined,
        })}
        {field.help && (
          <p className={style.help} id={helpId}>
            {say(field.help)}
          </p>
        )}
        {wrong && (
          <p className={style.wrong} id={wrongId} role="alert">
            {wrong}
          </p>
        )}
      </div>
    </div>
  )
}
