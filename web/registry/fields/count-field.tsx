import { Checkbox, TextInput } from '@mantine/core'
import { type Shape, units } from '#registry/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { valueAt } from '../../parts/differing.ts'
import { useItem } from '../item-context.ts'
import { countOf } from './count-text.ts'
import type { BoxProps } from './field-row.tsx'
import style from './fields.module.css'
import { useTyped } from './use-typed.ts'

interface CountFieldProps {
  readonly path: string
  readonly box: BoxProps
  readonly shape: Extract<Shape, { type: 'count' }>
}

/** A number with its unit; where a fact may also be "never", that is a box of its own beside it. */
export function CountField({ path, box, shape }: CountFieldProps) {
  const t = useWords('parts')
  const say = useBilingual()
  const { item, change } = useItem()
  const value = valueAt(item, path)
  const isNever = value === 'never'
  return (
    <div className={style.count}>
      <CountBox key={String(isNever)} path={path} box={box} stored={isNever ? '' : String(value ?? '')} off={isNever} />
      <span>{say(units[shape.unit])}</span>
      {shape.never && (
        <Checkbox
          label={t('fact.never')}
          aria-describedby={box['aria-labelledby']}
          checked={isNever}
          onChange={(event) => change(path, event.currentTarget.checked ? 'never' : undefined)}
        />
      )}
    </div>
  )
}

interface CountBoxProps extends Pick<CountFieldProps, 'path' | 'box'> {
  readonly stored: string
  readonly off: boolean
}

function CountBox({ path, box, stored, off }: CountBoxProps) {
  const { change } = useItem()
  const typed = useTyped(stored, (text) => change(path, countOf(text)))
  return (
    <TextInput {...box} {...typed} className={style.figure} inputMode="numeric" autoComplete="off" disabled={off} />
  )
}
