import type { FactReference } from '#assessment/contract'
import { itemKinds, sayField } from '#registry/contract'
import { useBilingual, useLanguage } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { factAddress } from '../fact-address.ts'
import style from './thing.module.css'

type Reference = Pick<FactReference, 'kind' | 'id' | 'name' | 'field'>

/** The name of a thing of the registry; of a kind there is one of, the name of the kind. */
export function useThingName(): (about: Reference) => string {
  const say = useBilingual()
  return ({ kind, id, name }) => {
    if (name !== '') return name
    return Object.hasOwn(itemKinds, kind) ? say(itemKinds[kind as keyof typeof itemKinds].words) : id
  }
}

/** A link to the very fact: the thing, and which of its fields. */
export function Thing({ about, withField }: { readonly about: Reference; readonly withField?: boolean }) {
  const nameOf = useThingName()
  const language = useLanguage()
  return (
    <>
      <Go className={style.thing} href={factAddress(about)}>
        {nameOf(about)}
      </Go>
      {withField && about.field && <small className={style.field}>{sayField(about.kind, about.field, language)}</small>}
    </>
  )
}
