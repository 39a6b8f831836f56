/** 格納物 — a file of a container, unpacked. */
export interface ContainerEntry {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether it lay there without compression, as the first one must. */
  readonly stored: boolean
}
