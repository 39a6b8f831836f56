import { useParams } from '@tanstack/react-router'
import { Missing } from '../app/trouble.tsx'
import { useAsOf } from './as-of.ts'
import { AsOfBar } from './as-of-bar.tsx'
import { Editor, ItemPage } from './item-page.tsx'
import { kindOf, type Place, placeOf } from './kind-groups.ts'
import { KindNav } from './kind-nav.tsx'
import { KindPage } from './kind-page.tsx'
import { NEW_ITEM, NewItemPage } from './new-item-page.tsx'
import { PracticesPage } from './practices-page.tsx'
import { type Entry, useRegistry } from './queries.ts'
import style from './registry.module.css'
import { TransferPage } from './transfer-page.tsx'

/** 台帳 — what the facility has, who answers for it, and what is known of it. */
export function RegistryPage() {
  const { kind, id } = useParams({ strict: false })
  const registry = useRegistry()
  const day = useAsOf()
  const place = placeOf(kind)
  if (!place) return <Missing />
  if (isListed(place) && id === NEW_ITEM) return <NewItemPage kind={place} />
  if (isListed(place) && id !== undefined) {
    return (
      <>
        {day && <AsOfBar />}
        <ItemPage key={day ?? ''} kind={place} id={id} />
      </>
    )
  }
  return (
    <div className={style.registry}>
      <KindNav place={place} registry={registry} />
      <div className={style.place} key={day ?? ''}>
        <AsOfBar />
        <PlacePage place={place} items={registry.items} />
      </div>
    </div>
  )
}

const isListed = (place: Place): place is Entry['kind'] =>
  place !== 'practices' && place !== 'transfer' && !kindOf(place).single

function PlacePage({ place, items }: { readonly place: Place; readonly items: readonly Entry[] }) {
  if (place === 'practices') return <PracticesPage />
  if (place === 'transfer') return <TransferPage />
  if (isListed(place)) return <KindPage kind={place} />
  // A kind of which there is one is there from the start: version 0 is the one that nobody has written yet.
  const entry = items.find(({ kind }) => kind === place) ?? { kind: place, id: place, version: 0, item: {} }
  return <Editor key={place} entry={entry} />
}
