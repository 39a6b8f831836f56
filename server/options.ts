import type { FastifyBaseLogger } from 'fastify'
import type { Platform } from '#platform'

/** What the HTTP door is opened with. */
export interface AppOptions {
  readonly platform: Platform
  /** Host names we answer to, without port. */
  readonly hosts: readonly string[]
  readonly logger: FastifyBaseLogger
  /** Whether browsers reach us over TLS, so that cookies may insist on it. */
  readonly tls: boolean
  /** The setup code, while the installation waits for its first administrator. */
  readonly setupCode?: () => string | undefined
  /** 見本: the sample's facility and the account through which it is looked at. */
  readonly sample?: SampleEntry
}

/** 見本の入口 — how the sample clinic is entered without a password, from the same machine only. */
export interface SampleEntry {
  readonly facilityId: string
  readonly accountId: string
  readonly name: string
}
