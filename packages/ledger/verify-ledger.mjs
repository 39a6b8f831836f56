// Verifies an exported log with node (18 or newer) and nothing else; written from docs/formats/ledger-export.md alone.
//   node verify-ledger.mjs [folder] [--key <verifier key>]
// Give the key from paper, not from the folder: who forged the folder forged its key as well.
// 書き出した証跡を検証します。鍵 (--key) はフォルダーの中のものではなく、紙などで別に控えたものを与えてください。
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const args = process.argv.slice(2)
const givenKey = args.includes('--key') ? args.splice(args.indexOf('--key'), 2)[1] : undefined
const folder = args[0] ?? dirname(fileURLToPath(import.meta.url))
const findings = []
const find = (code, facts) => void findings.push(`${code} ${JSON.stringify(facts)}`)
const read = (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined)
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const leafHash = (entry) => sha256(Buffer.of(0), entry)
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right)

/** 1234067 → x001/x234/067; a file of fewer than 256 ends in .p/<width>. */
function numbered(index, width) {
  let path = String(index % 1000).padStart(3, '0')
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`
  }
  return width < 256 ? `${path}.p/${width}` : path
}

/** Splits a file of records, each behind a big-endian uint16 length; undefined unless it holds exactly `count`. */
function records(bytes, count) {
  const list = []
  let at = 0
  while (bytes && at + 2 <= bytes.length && list.length < count) {
    const end = at + 2 + bytes.readUInt16BE(at)
    list.push(bytes.subarray(at + 2, end))
    at = end
  }
  return list.length === count && at === bytes?.length ? list : undefined
}

/** "name+id+base64(0x01 ‖ key)", where the id is the beginning of SHA-256(name ‖ newline ‖ 0x01 ‖ key). */
function readKey(text) {
  const [name, id, base64 = ''] = String(text).split(/\+([0-9a-f]{8})\+/)
  const bytes = Buffer.from(base64, 'base64')
  const isSound = bytes.length === 33 && bytes[0] === 1 && sha256(`${name}\n`, bytes).toString('hex', 0, 4) === id
  if (!isSound) return find('key-unreadable', { key: text })
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** A checkpoint whose log signature holds; anything else is a finding. */
function openCheckpoint(note, where) {
  const end = note.lastIndexOf('\n\n')
  const text = note.slice(0, end + 1)
  const [origin, size, base64 = ''] = text.split('\n')
  const root = Buffer.from(base64, 'base64')
  const facts = { where, says: { origin, size } }
  const isSound = /^(0|[1-9]\d{0,15})$/.test(size) && root.length === 32 && root.toString('base64') === base64
  if (end < 0 || !isSound) return find('checkpoint-unreadable', facts)
  if (origin !== key?.name) return find('checkpoint-of-another-origin', { ...facts, expected: key?.name })
  const lines = note.slice(end + 2).split('\n')
  const isSigned = lines.some((line) => isSignature(line, text))
  return isSigned ? { size: Number(size), root } : find('checkpoint-signature-bad', facts)
}

function isSignature(line, text) {
  const [dash, name, base64 = ''] = line.split(' ')
  const bytes = Buffer.from(base64, 'base64')
  if (dash !== '—' || name !== key.name || bytes.toString('hex', 0, 4) !== key.id) return false
  return bytes.toString('base64') === base64 && verify(null, Buffer.from(text), key.key, bytes.subarray(4))
}

/** A tree that grows at its right edge: one hash for each bit that is set in its size. */
const tree = { size: 0, edge: [] }
function push(leaf) {
  let hash = leaf
  for (let rest = tree.size; rest % 2 === 1; rest = Math.floor(rest / 2)) hash = nodeHash(tree.edge.pop(), hash)
  tree.edge.push(hash)
  tree.size++
}
const rootNow = () => (tree.size === 0 ? sha256() : tree.edge.reduceRight((right, left) => nodeHash(left, right)))

/** Compares the tile that should hold these hashes with them. */
function compareTile(level, index, hashes) {
  const tile = `tile/${level}/${numbered(index, hashes.length)}`
  const bytes = read(tile)
  if (bytes === undefined) return find('tile-missing', { tile })
  if (bytes.length !== hashes.length * 32) return find('tile-length', { tile, bytes: bytes.length })
  for (const [position, hash] of hashes.entries()) {
    if (hash.equals(bytes.subarray(position * 32, position * 32 + 32))) continue
    if (level === 0) find('entry-differs-from-tile', { entry: index * 256 + position, tile })
    else find('tile-differs', { tile, position })
  }
}

function rootOfFull(hashes) {
  const pairs = hashes.filter((_, i) => i % 2 === 0).map((left, i) => nodeHash(left, hashes[2 * i + 1]))
  return pairs.length === 1 ? pairs[0] : rootOfFull(pairs)
}

let manifest
try {
  manifest = JSON.parse(read('manifest.json'))
} catch (error) {
  find('manifest-unreadable', { problem: error.message })
}
manifest ??= {}
const key = readKey(givenKey ?? manifest.verifierKey)
const checkpoints = [openCheckpoint(read('checkpoint')?.toString() ?? '', 'checkpoint')]
for (let first = 0; first < (manifest.checkpoints ?? 0); first += 256) {
  const width = Math.min(256, manifest.checkpoints - first)
  const file = `history/${numbered(first / 256, width)}`
  const notes = records(read(file), width) ?? find('history-unreadable', { file })
  if (notes === undefined) break
  checkpoints.push(...notes.map((note, i) => openCheckpoint(note.toString(), `${file} no. ${i}`)))
}
const good = checkpoints.filter((one) => one !== undefined).sort((a, b) => a.size - b.size)
const size = good.at(-1)?.size ?? 0
function ask() {
  for (let one = good[0]; one?.size === tree.size; one = good[0]) {
    if (!good.shift().root.equals(rootNow())) find('root-differs-from-checkpoint', { size: tree.size })
  }
}
ask()
let row = []
for (let start = 0; start < size; start += 256) {
  const width = Math.min(256, size - start)
  const file = `tile/entries/${numbered(start / 256, width)}`
  const leaves = records(read(file), width)?.map(leafHash) ?? find('entries-unreadable', { file, from: start, width })
  if (leaves === undefined) break
  compareTile(0, start / 256, leaves)
  if (width === 256) row.push(rootOfFull(leaves))
  for (const leaf of leaves) {
    push(leaf)
    ask()
  }
}
for (let level = 1; row.length > 0; level++) {
  const groups = Array.from({ length: Math.ceil(row.length / 256) }, (_, i) => row.slice(i * 256, i * 256 + 256))
  for (const [index, hashes] of groups.entries()) if (tree.size === size) compareTile(level, index, hashes)
  row = groups.filter((hashes) => hashes.length === 256).map(rootOfFull)
}

for (const finding of findings) console.log(`FINDING 指摘  ${finding}`)
const warning = givenKey ? '' : '\n         (the folder says so: compare it 別に控えた鍵と比べてください)'
console.log(`log      ${key?.name}\nkey      ${givenKey ?? manifest.verifierKey}${warning}`)
console.log(`entries  ${tree.size} of ${size}; checkpoints ${checkpoints.length}`)
console.log(`root     ${rootNow().toString('base64')}`)
console.log(findings.length === 0 ? 'WHOLE 異常なし' : `NOT WHOLE 異常あり: ${findings.length}`)
process.exitCode = findings.length === 0 ? 0 : 1
