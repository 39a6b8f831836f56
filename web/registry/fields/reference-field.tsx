import { NativeSelect } from '@mantine/core'
import { NOBODY } from '#registry/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { valueAt } from '../../parts/differing.ts'
import { Go } from '../../parts/go.tsx'
import { useItem } from '../item-context.ts'
import { kindOf } from '../kind-groups.ts'
import { type Entry, itemPath, useRegistry } from '../queries.ts'
import type { BoxProps } from './field-row.tsx'
import style from './fields.module.css'

interface ReferenceFieldProps {
  readonly path: string
  readonly box: BoxProps
  readonly to: readonly string[]
  /** Whether it can be said that there is nobody, which is more than not knowing. */
  readonly orNobody?: boolean | undefined
}

/** The items of the kinds, for a choice by name; who has left is offered only where the item names them already. */
function useTargets(to: readonly string[], chosen: readonly string[]): readonly Entry[] {
  const { items } = useRegistry()
  const isOffered = ({ id, item }: Entry) => item.state !== 'left' || chosen.includes(id)
  return to.flatMap((kind) => items.filter((each) => each.kind === kind && isOffered(each)))
}

export function ReferenceField({ path, box, to, orNobody }: ReferenceFieldProps) {
  const t = useWords('registry')
  const parts = useWords('parts')
  const { item, change } = useItem()
  const value = String(valueAt(item, path) ?? '')
  const targets = useTargets(to, [value])
  const target = targets.find(({ id }) => id === value)
  return (
    <div className={style.reference}>
      <NativeSelect {...box} value={value} onChange={(event) => change(path, event.currentTarget.value || undefined)}>
        <option value="">{parts('fact.unknown')}</option>
        {orNobody && <option value={NOBODY}>{parts('fact.nobody')}</option>}
        {value !== '' && value !== NOBODY && !target && (
          <option value={value}>{t('reference.gone', { id: value })}</option>
        )}
        <Options targets={targets} to={to} />
      </NativeSelect>
      {target && (
        <Go href={itemPath(target.kind, target.id)} aria-label={t('reference.openOf', { name: nameOf(target) })}>
          {t('reference.open')}
        </Go>
      )}
    </div>
  )
}

export function ReferencesField({ path, box, to }: ReferenceFieldProps) {
  const t = useWords('registry')
  const parts = useWords('parts')
  const { item, change } = useItem()
  const chosen = (valueAt(item, path) ?? []) as readonly string[]
  const targets = useTargets(to, chosen)
  const keep = (next: readonly string[]) => change(path, next.length > 0 ? next : undefined)
  const left = targets.filter(({ id }) => !chosen.includes(id))
  return (
    <>
      {chosen.length > 0 && (
        <ul className={style.chips} aria-labelledby={box['aria-labelledby']}>
          {chosen.map((id) => {
            const target = targets.find((each) => each.id === id)
            const name = target ? nameOf(target) : t('reference.gone', { id })
            return (
              <li key={id}>
                {target ? <Go href={itemPath(target.kind, target.id)}>{name}</Go> : name}
                <button
                  type="button"
                  aria-label={t('reference.dropOf', { name })}
                  onClick={() => keep(chosen.filter((each) => each !== id))}
                >
                  ×
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <NativeSelect {...box} value="" onChange={(event) => keep([...chosen, event.currentTarget.value])}>
        <option value="" disabled={chosen.length > 0}>
          {chosen.length > 0 ? t('reference.add') : parts('fact.unknown')}
        </option>
        <Options targets={left} to={to} />
      </NativeSelect>
    </>
  )
}

function Options({ targets, to }: { readonly targets: readonly Entry[]; readonly to: readonly string[] }) {
  const say = useBilingual()
  const options = (kind: string) =>
    targets
      .filter((each) => each.kind === kind)
      .map((each) => (
        <option key={each.id} value={each.id}>
          {nameOf(each)}
        </option>
      ))
  if (to.length === 1) return to.map(options)
  return to.map((kind) => (
    <optgroup key={kind} label={say(kindOf(kind as Entry['kind']).words)}>
      {options(kind)}
    </optgroup>
  ))
}

const nameOf = ({ item, id }: Entry) => String(item.name ?? id)
