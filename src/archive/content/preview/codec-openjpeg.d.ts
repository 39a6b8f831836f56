declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  interface Decoder {
    /** Memory of the codec, to be filled with the codestream. */
    getEncodedBuffer(length: number): Uint8Array
    decode(): void
    /** Zeros where nothing could be unpacked. */
    getFrameInfo(): {
      readonly width: number
      readonly height: number
      readonly bitsPerSample: number
      readonly componentCount: number
      readonly isSigned: boolean
    }
    /** Memory of the codec: little endian, one octet for up to eight bits, else two; sample beside sample. */
    getDecodedBuffer(): Uint8Array
  }
  interface Settings {
    readonly wasmBinary: Uint8Array
    readonly print: (line: string) => void
    readonly printErr: (line: string) => void
  }
  export default function factory(settings: Settings): Promise<{ readonly J2KDecoder: new () => Decoder }>
}
