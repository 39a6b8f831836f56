import { useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { type AnyKind, type Fields, head, provenance, sayIssue } from '#registry/contract'
import { useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { Saved } from '../app/saved.tsx'
import { unknownIn } from './draft.ts'
import { FieldList } from './fields/field.tsx'
import style from './item.module.css'
import { ItemContext } from './item-context.ts'
import { kindOf } from './kind-groups.ts'
import { useRegistry } from './queries.ts'
import type { Autosave } from './use-autosave.ts'

interface Part {
  readonly key: string
  readonly title: string
  readonly fields: Fields
  readonly within: string
}

/** The form of an item, made from the descriptions of its fields; a group of facts is a section of its own. */
export function ItemForm({ autosave }: { readonly autosave: Autosave }) {
  const language = useLanguage()
  const { may } = useRegistry()
  const { item, change, issues, stored, generation } = autosave
  const { kind, id } = stored
  const wanted = useWantedField(generation)
  const parts = useParts(kindOf(kind))
  const inHand = useMemo(() => {
    const wrongAt = (path: string) => {
      const issue = issues.find((each) => each.path.replace(/\[\d+\].*$/, '') === path)
      return issue && sayIssue({ ...issue, path: '' }, language)
    }
    return { kind, id, item, change, wrongAt, wanted }
  }, [kind, id, item, change, issues, language, wanted])
  return (
    <ItemContext value={inHand}>
      <div className={style.sheet}>
        <Contents parts={parts} item={item} />
        <fieldset className={style.all} disabled={!may.change} key={generation}>
          {parts.map((part) => (
            <section key={part.key} id={`field-${part.key}`} className={style.part}>
              <h2>
                {part.title}
                <Unknown part={part} item={item} />
              </h2>
              <FieldList fields={part.fields} within={part.within} />
            </section>
          ))}
        </fieldset>
      </div>
    </ItemContext>
  )
}

function useParts(kind: AnyKind): readonly Part[] {
  const t = useWords('registry')
  const say = useBilingual()
  return useMemo(() => {
    const entries = Object.entries(kind.fields)
    const plain = entries.filter(([, { shape }]) => shape.type !== 'group')
    const named: Fields = kind.single && kind.kind !== 'profile' ? {} : { name: head.name }
    const groups = entries.flatMap(([key, { words, shape }]): Part[] =>
      shape.type === 'group' ? [{ key, title: say(words), fields: shape.fields, within: `${key}.` }] : [],
    )
    const confirmed: Fields = { confirmedOn: head.confirmedOn, ...provenance }
    return [
      { key: 'part-main', title: t('item.main'), fields: { ...named, ...Object.fromEntries(plain) }, within: '' },
      ...groups,
      { key: 'part-known', title: t('item.known'), fields: confirmed, within: '' },
    ]
  }, [kind, say, t])
}

/** The groups beside the form, with how much of each is unknown: where to go on, and what to ask the vendor. */
function Contents({ parts, item }: { readonly parts: readonly Part[]; readonly item: Autosave['item'] }) {
  const t = useWords('registry')
  if (parts.length < 3) return null
  return (
    <nav className={style.contents} aria-label={t('item.contents')}>
      <ol>
        {parts.map((part) => (
          <li key={part.key}>
            <a href={`#field-${part.key}`}>{part.title}</a>
            <Unknown part={part} item={item} />
          </li>
        ))}
      </ol>
      <p aria-hidden="true">
        <Saved />
      </p>
    </nav>
  )
}

function Unknown({ part, item }: { readonly part: Part; readonly item: Autosave['item'] }) {
  const t = useWords('registry')
  const paths = Object.keys(part.fields)
    .filter((name) => name !== 'note')
    .map((name) => `${part.within}${name}`)
  const count = unknownIn(item, paths).length
  return count > 0 ? <span className={style.unknown}>{t('item.unknown', { count })}</span> : null
}

/** Goes to the field the address asks for (`?field=passwordPolicy.minLength`) and puts the cursor there. */
function useWantedField(generation: number): string | undefined {
  const { field } = useSearch({ strict: false })
  const path = field?.replace(/(\[\d+\]|\.\d+)+$/, '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: boxes that were filled anew are looked for anew
  useEffect(() => {
    const row = path ? document.getElementById(`field-${path}`) : null
    if (!row) return
    // The router puts a new page at its top once it is drawn; only after that is the place ours to choose.
    const timer = setTimeout(() => {
      row.scrollIntoView({ block: path?.includes('.') ? 'center' : 'start' })
      row.querySelector<HTMLElement>('input:checked, input, select, textarea')?.focus({ preventScroll: true })
    }, 60)
    return () => clearTimeout(timer)
  }, [path, generation])
  return path
}
