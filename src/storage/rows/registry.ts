import type { Day, Instant } from '#shared'

/** 台帳の1件 — one item of the registry: its fields as JSON, checked against its kind's schema when written. */
export interface RegistryItemRow {
  readonly facility_id: string
  readonly kind: string
  readonly item_id: string
  /** Random and opaque: what journal entries call the item. */
  readonly uid: string
  readonly position: number
  readonly version: number
  readonly body: string
  readonly confirmed_on: Day
  readonly updated_at: Instant
  readonly updated_by: string
}
