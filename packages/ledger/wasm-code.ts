/** A piece of WebAssembly in its binary form: https://webassembly.github.io/spec/core/binary/ */
export type Code = readonly number[]

// LEB128, as every number in the binary form is written.
const unsigned = (value: number): Code => (value < 128 ? [value] : [(value % 128) | 128, ...unsigned(value >>> 7)])
const signed = (value: number): Code =>
  value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)]

const simd = (code: number, ...rest: number[]): Code => [0xfd, ...unsigned(code), ...rest]

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
/** Sets the local and leaves the value where it was. */
export const tee = (local: number): Code => [0x22, ...unsigned(local)]
export const i32 = (value: number): Code => [0x41, ...signed(value)]
export const addI32: Code = [0x6a]
export const subtractI32: Code = [0x6b]
/** Runs the code, which leaves a number, until that number is 0. */
export const untilZero = (code: Code): Code => [0x03, 0x40, ...code, 0x0d, 0x00, 0x0b]

/** The same word in each of the four lanes. */
export const four = (word: number): Code =>
  simd(12, ...Array.from({ length: 16 }, (_, i) => (word >>> (8 * (i % 4))) & 255))
export const and: Code = simd(78)
export const or: Code = simd(80)
export const xor: Code = simd(81)
/** Of three values: bits of the first where the third is 1, of the second where it is 0. */
export const choose: Code = simd(82)
export const add: Code = simd(174)
export const shiftLeft = (bits: number): Code => [...i32(bits), ...simd(171)]
export const shiftRight = (bits: number): Code => [...i32(bits), ...simd(173)]
/** Of two values: the bytes with these numbers. */
export const shuffle = (bytes: Code): Code => simd(13, ...bytes)

/** Reads what stands at an address and `offset` further on into one lane of a value. */
export const loadWord = (offset: number, lane: number): Code => simd(86, 0, ...unsigned(offset), lane)
export const loadByte = (offset: number, place: number): Code => simd(84, 0, ...unsigned(offset), place)
export const storeWord = (offset: number, lane: number): Code => simd(90, 0, ...unsigned(offset), lane)

const section = (id: number, code: Code): Code => [id, ...unsigned(code.length), ...code]
const [I32, V128] = [0x7f, 0x7b]

/** A module with a page of memory, `m`, and one function, `f`: three numbers in, and locals of four words each. */
export function moduleOf(locals: number, code: Code): Uint8Array {
  const body: Code = [1, ...unsigned(locals), V128, ...code, 0x0b]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, I32, I32, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, 1, 0x6d, 2, 0, 1, 0x66, 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ])
}
