import { renderSVG } from 'uqr'

/** A QR code as SVG, black on white with the quiet zone the standard asks for (ISO/IEC 18004, four modules). */
export function qrCode(text: string): string {
  return renderSVG(text, { border: 4, ecc: 'M' })
}
