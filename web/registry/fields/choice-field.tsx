import { Checkbox, NativeSelect } from '@mantine/core'
import type { Words } from '#registry/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { valueAt } from '../../parts/differing.ts'
import { useItem } from '../item-context.ts'
import type { BoxProps } from './field-row.tsx'
import style from './fields.module.css'

interface ChoiceFieldProps {
  readonly path: string
  readonly box: BoxProps
  readonly options: Readonly<Record<string, Words>>
}

export function ChoiceField({ path, box, options }: ChoiceFieldProps) {
  const t = useWords('parts')
  const say = useBilingual()
  const { item, change } = useItem()
  return (
    <NativeSelect
      {...box}
      value={String(valueAt(item, path) ?? '')}
      onChange={(event) => change(path, event.currentTarget.value || undefined)}
    >
      <option value="">{t('fact.unknown')}</option>
      {Object.entries(options).map(([key, words]) => (
        <option key={key} value={key}>
          {say(words)}
        </option>
      ))}
    </NativeSelect>
  )
}

export function ChoicesField({ path, box, options }: ChoiceFieldProps) {
  const say = useBilingual()
  const { item, change } = useItem()
  const chosen = (valueAt(item, path) ?? []) as readonly string[]
  const { 'aria-invalid': _, id: __, ...named } = box
  const inOrder = (next: readonly string[]) => Object.keys(options).filter((key) => next.includes(key))
  return (
    <fieldset className={style.choices} {...named}>
      {Object.entries(options).map(([key, words]) => (
        <Checkbox
          key={key}
          label={say(words)}
          checked={chosen.includes(key)}
          onChange={(event) => {
            const next = event.currentTarget.checked ? [...chosen, key] : chosen.filter((each) => each !== key)
            change(path, next.length > 0 ? inOrder(next) : undefined)
          }}
        />
      ))}
    </fieldset>
  )
}
