import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOCUMENT_FILE, documentFile, PACKAGE_FILE, packageFile } from './format/contents.ts'

/** A file of a preservation package that carries signatures, and the content that it signs where it lies beside it. */
export interface SignedFile {
  readonly document: string
  readonly version: number
  /** 文書の種類. */
  readonly kind: string
  /** From the root of the package. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly content: Uint8Array | null
}

/** In the order of the documents. Call it for a package that `verifyPackage` found whole: only then are its files what they say. */
export async function* signedFiles(folder: string): AsyncGenerator<SignedFile> {
  const { documents } = packageFile.parse(JSON.parse(await readFile(join(folder, PACKAGE_FILE), 'utf8')))
  for (const document of documents) {
    const place = `data/documents/${document}`
    const told = documentFile.parse(JSON.parse(await readFile(join(folder, place, DOCUMENT_FILE), 'utf8')))
    for (const { version, file, signatures } of told.versions) {
      const content = signatures.length > 0 && file !== undefined ? await readFile(join(folder, place, file)) : null
      for (const { form, file: beside } of signatures) {
        const said = { document, version, kind: told.kind.kind }
        if (form === 'within' && content) yield { ...said, name: `${place}/${file}`, bytes: content, content: null }
        if (form === 'detached' && beside !== undefined)
          yield { ...said, name: `${place}/${beside}`, bytes: await readFile(join(folder, place, beside)), content }
      }
    }
  }
}
