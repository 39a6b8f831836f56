/** 内容の形式 — what the octets of a file are, whatever its name says. */
export const contentTypes = [
  ...(['pdf', 'jpeg', 'png', 'tiff', 'dicom', 'fhir-json', 'fhir-xml', 'cda', 'ss-mix2', 'eprescription'] as const),
  ...(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'old-office', 'zip', 'xml', 'json', 'text', 'unknown'] as const),
] as const
export type ContentType = (typeof contentTypes)[number]

/** What could not be read, as a code in kebab-case with its figures; the rest of the file is read all the same. */
export interface Unread {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** 内容 — what a file says of itself. Nothing of it is confirmed by anybody. */
export interface Content {
  readonly type: ContentType
  /** The name's ending belongs to another type. */
  readonly misnamed: boolean
  readonly title: string | null
  /** What the author calls it: 診療情報提供書, MR. */
  readonly documentType: string | null
  /** As it is written there, in whatever form. */
  readonly date: string | null
  readonly pages: number | null
  readonly patient: PatientReference | null
  readonly facts: Readonly<Record<string, string | number>>
  /** For people; `searchable` makes the words of the search from it. */
  readonly text: string
  readonly unread: readonly Unread[]
}

export interface PatientReference {
  readonly id: string | null
  readonly name: string | null
  readonly bornOn: string | null
}

/** What a reader of one type found; what it does not say is empty. */
export type Found = Partial<Omit<Content, 'type' | 'misnamed'>>
