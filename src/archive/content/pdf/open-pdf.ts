import type { PDFiumDocument } from '@hyzyla/pdfium'
import { Malformed } from '@omamori/signature'

/** Opens a document in WebAssembly: what it breaks is a thread's memory, and never the server's. */
export async function openPdf(bytes: Uint8Array): Promise<PDFiumDocument> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  try {
    return await library.loadDocument(bytes)
  } catch (error) {
    throw new Malformed(/password/i.test(String(error)) ? 'pdf-password' : 'pdf-damaged')
  }
}
