import type { TextInputProps } from '@mantine/core'
import type { FocusEvent } from 'react'
import { type Day, isDay, parseDay } from '#shared'
import { DayInput } from '../../parts/day.tsx'
import { valueAt } from '../../parts/differing.ts'
import { useItem } from '../item-context.ts'
import type { BoxProps } from './field-row.tsx'
import style from './fields.module.css'

// What has been understood stands below the box, so that nothing moves under the pointer.
const order: TextInputProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error']

/** A day is kept when the box is left: half a day is not yet a day, and must not take the old one away. */
export function DayField({ path, box }: { readonly path: string; readonly box: BoxProps }) {
  const { item, change } = useItem()
  const value = valueAt(item, path)
  const stored = typeof value === 'string' && isDay(value) ? (value as Day) : undefined
  const leave = ({ target }: FocusEvent<HTMLElement>) => {
    const text = (target as unknown as HTMLInputElement).value
    const understood = parseDay(text)
    if (text.trim() !== '' && understood === undefined) return
    if (understood !== stored) change(path, understood)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the box inside being left
    <div className={style.day} onBlur={leave}>
      <DayInput {...box} key={stored ?? 'none'} value={stored} onChange={() => undefined} inputWrapperOrder={order} />
    </div>
  )
}
