import { createContext, use } from 'react'
import type { ItemKindName, StoredValue } from '#registry/contract'

/** What every box of the form needs: the item as it is being written, and how to write into it. */
export interface ItemInHand {
  readonly kind: ItemKindName
  readonly id: string
  readonly item: StoredValue
  readonly change: (path: string, value: unknown) => void
  /** What is wrong at a path, as a sentence. */
  readonly wrongAt: (path: string) => string | undefined
  /** The field the address asks for. */
  readonly wanted: string | undefined
}

export const ItemContext = createContext<ItemInHand | undefined>(undefined)

export function useItem(): ItemInHand {
  const item = use(ItemContext)
  if (!item) throw new Error('a field was shown outside of an item')
  return item
}
