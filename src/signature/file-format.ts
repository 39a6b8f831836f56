/** How a file is signed: PDF and XML take the signature in, everything else has it beside itself. */
export type SignedFormat = 'pdf' | 'xml' | 'cms'

/** By its first octets, as verifying does. */
export function signedFormatOf(bytes: Uint8Array): SignedFormat {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  return /^(\xef\xbb\xbf)?\s*</.test(head) ? 'xml' : 'cms'
}
