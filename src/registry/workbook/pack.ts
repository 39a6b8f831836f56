import { crc32 } from 'node:zlib'

/** A zip of these parts, none of them compressed (APPNOTE 4.3). What is read is then exactly what was looked at. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const common = commonHeader(name, content)
    const local = Buffer.concat([signature(0x04034b50), common, Buffer.from(name), content])
    centrals.push(centralHeader(common, offset), Buffer.from(name))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, endOfDirectory(parts.size, directory.length, offset)])
}

function signature(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}

// The earliest day a zip can say; nobody reads it.
const DOS_DAY = 0x21
const UTF8_NAMES = 0x800

function commonHeader(name: string, content: Uint8Array): Buffer {
  const buffer = Buffer.alloc(26)
  buffer.writeUInt16LE(20, 0)
  buffer.writeUInt16LE(UTF8_NAMES, 2)
  buffer.writeUInt16LE(DOS_DAY, 8)
  buffer.writeUInt32LE(crc32(content), 10)
  buffer.writeUInt32LE(content.length, 14)
  buffer.writeUInt32LE(content.length, 18)
  buffer.writeUInt16LE(Buffer.byteLength(name), 22)
  return buffer
}

function centralHeader(common: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, rest])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const buffer = Buffer.alloc(22)
  buffer.writeUInt32LE(0x06054b50, 0)
  buffer.writeUInt16LE(count, 8)
  buffer.writeUInt16LE(count, 10)
  buffer.writeUInt32LE(size, 12)
  buffer.writeUInt32LE(offset, 16)
  return buffer
}
