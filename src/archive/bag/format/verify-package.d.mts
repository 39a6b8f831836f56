/** 指摘 — something in a preservation package is not as it was written, or is not proved by its receipts. */
export interface PackageFinding {
  readonly code: string
  readonly file?: string
  readonly document?: string
  readonly version?: number
  readonly number?: number
  readonly receipt?: string
  readonly [fact: string]: unknown
}

export interface PackageReport {
  readonly findings: readonly PackageFinding[]
  readonly documents: number
  readonly versions: number
  readonly receipts: number
  readonly signatures: number
  readonly facility?: unknown
  readonly madeAt?: unknown
  /** The verifier keys that were used. */
  readonly keys: readonly string[]
  /** The keys came from elsewhere, and not from the package itself. */
  readonly trusted: boolean
}

export function verifyPackage(
  folder: string,
  keys?: readonly string[],
  witnesses?: readonly string[],
): Promise<PackageReport>
