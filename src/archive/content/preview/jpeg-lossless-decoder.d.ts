declare module 'jpeg-lossless-decoder-js/release/lossless.js' {
  export class Decoder {
    /** The values of the picture, of so many octets each. Throws what it stumbled upon. */
    decode(buffer: ArrayBuffer, offset: number, length: number, octets: number): unknown
  }
}
