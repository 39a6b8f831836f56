// Verifies a preservation package with node (18 or newer) and nothing else; docs/formats/preservation-package.md describes it.
//   node verify-package.mjs [folder] [--key <verifier key>]… [--witness <verifier key>]…
// With --witness, every receipt must bear the cosignature of one of these witnesses as well.
// Give the keys from paper, not from the folder: who forged the folder forged its keys as well.
// 長期保存パッケージを検証します。鍵 (--key) はフォルダーの中のものではなく、紙などで別に控えたものを与えてください。
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto'
import { createReadStream, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

// What a package of ours has at most; more is not read.
const MOST_TEXT = 256_000_000
const MOST_PROOF = 600_000
const MOST_PATH = 63
const HEX = /^[0-9a-f]{64}$/
// The types of keys: of a log, and of a witness that signs with Ed25519.
const LOG = 1
const WITNESS = 4

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (...parts) => sha256(...parts).toString('hex')

/**
 * Every finding is a code with its facts; a package without findings is whole. `keys`: verifier keys from elsewhere; without any, those
 * that the package itself names are used, and `trusted` is false. `witnesses`: verifier keys of witnesses (Ed25519), one of whom must have
 * cosigned every receipt.
 */
export async function verifyPackage(folder, keys = [], witnesses = []) {
  const findings = []
  const find = (code, facts = {}) => void findings.push({ code, ...facts })
  const text = (name, most = MOST_TEXT) => {
    try {
      const facts = lstatSync(join(folder, name))
      if (!facts.isFile()) return find('file-missing', { file: name })
      if (facts.size > most) return find('file-too-large', { file: name, most })
      return readFileSync(join(folder, name))
    } catch {
      return find('file-missing', { file: name })
    }
  }
  const json = (name, code) => {
    const bytes = text(name)
    return (bytes && objectIn(bytes)) ?? find(code, { file: name })
  }

  // The bag: every file is there as it was written, and no other.
  if (!String(text('bagit.txt', 1000) ?? '').startsWith('BagIt-Version: 1.0\n')) find('not-a-bag')
  const digests = new Map()
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    for (const line of String(text(manifest) ?? '')
      .split('\n')
      .slice(0, -1)) {
      const [, digest, name] = /^([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9._/-]{0,500})$/.exec(line) ?? []
      const isPayload = name?.startsWith('data/') ?? false
      if (!name || name.split('/').includes('..') || isPayload !== manifest.startsWith('manifest') || digests.has(name))
        find('manifest-unreadable', { file: manifest, line: line.slice(0, 600) })
      else digests.set(name, digest)
    }
  }
  const there = filesBelow(folder)
  for (const name of there)
    if (!digests.has(name) && name !== 'tagmanifest-sha256.txt') find('file-unlisted', { file: name })
  for (const [name, digest] of digests) {
    if (!there.has(name)) find('file-missing', { file: name })
    else if ((await digestOf(join(folder, name))) !== digest) find('file-differs', { file: name })
  }

  const about = json('data/package.json', 'package-unreadable') ?? {}
  if (about.format !== 'omamori-preservation-package@1') find('package-unreadable', { file: 'data/package.json' })
  const named = () =>
    String(text('verifier-keys.txt') ?? '')
      .split('\n')
      .slice(0, -1)
  const known = new Map()
  for (const one of keys.length > 0 ? keys : named()) {
    const key = readKey(one, LOG)
    if (key) known.set(key.name, key)
    else find('key-unreadable', { key: String(one).slice(0, 400) })
  }

  const seers = []
  for (const one of witnesses) {
    const key = readKey(one, WITNESS)
    if (key) seers.push(key)
    else find('key-unreadable', { key: String(one).slice(0, 400) })
  }

  // The package as a whole: the journal says which payload was written, so that nothing can be left out of it.
  const packed = openReceipt('package', 'package', String(about.packageId), {}, false)
  const manifest = text('manifest-sha256.txt')
  if (!manifest || packed?.entry.act !== 'archive.packed' || packed.detail.manifest !== hex(manifest))
    find('package-unproven')

  // Each document: its receipts prove what document.json says.
  const counted = { documents: 0, versions: 0, receipts: 0, signatures: 0 }
  const documents = listOf(about.documents)
  const folders = new Set([...there].map((name) => /^data\/documents\/([^/]+)\//.exec(name)?.[1]).filter(Boolean))
  for (const id of folders) if (!documents.includes(id)) find('document-unlisted', { document: id })
  for (const id of documents) verifyDocument(String(id))
  return {
    findings,
    ...counted,
    facility: about.facility,
    madeAt: about.madeAt,
    keys: [...known.values()].map((key) => key.text),
    trusted: keys.length > 0,
  }

  function verifyDocument(id) {
    const at = `data/documents/${id}`
    const told = /^[A-Za-z0-9][A-Za-z0-9-]{0,127}$/.test(id)
      ? json(`${at}/document.json`, 'document-unreadable')
      : undefined
    if (told?.format !== 'omamori-document@1' || told.documentId !== id)
      return find('document-unreadable', { document: id })
    counted.documents += 1
    const entries = listOf(told.receipts).flatMap((name) => verifyReceipt(id, at, name) ?? [])
    const says = (act, version) =>
      entries.filter(({ entry, detail }) => entry.act === act && detail.version === version)
    const versions = listOf(told.versions)
    const [registered] = says('document.registered', 1)
    if (registered?.detail.facts !== hex(canonical(factsOf(told)))) find('facts-unproven', { document: id })
    for (const version of versions) verifyVersion(id, at, version, says)
    for (const { entry, detail } of entries)
      if (!versions.some(({ version }) => version === detail.version))
        find('version-missing', { document: id, version: detail.version, act: entry.act })
  }

  function verifyVersion(document, at, told, says) {
    const { version } = told
    const facts = { document, version }
    counted.versions += 1
    const [entered, ...twice] = says(version === 1 ? 'document.registered' : 'document.corrected', version)
    if (
      !entered ||
      twice.length > 0 ||
      entered.detail.sha256 !== told.sha256 ||
      entered.detail.type !== told.type ||
      !isBy(entered, told.enteredBy, told.enteredAt, 600_000) ||
      (entered.detail.reason ?? null) !== (told.reason ?? null) ||
      (entered.detail.enteredFor ?? null) !== (told.enteredFor?.id ?? null)
    )
      find('version-unproven', facts)
    if (told.file === undefined) find('content-left-out', facts)
    else if (digests.get(`${at}/${told.file}`) !== told.sha256) find('content-differs', facts)
    const [confirmed] = says('document.confirmed', version)
    const isConfirmed = told.confirmedAt !== undefined
    if (
      isConfirmed !== (confirmed !== undefined) ||
      (confirmed && (confirmed.detail.sha256 !== told.sha256 || !isBy(confirmed, told.confirmedBy, told.confirmedAt)))
    )
      find('confirmation-unproven', facts)
    const [withdrawn] = says('document.withdrawn', version)
    const isWithdrawn = told.withdrawnAt !== undefined
    if (
      isWithdrawn !== (withdrawn !== undefined) ||
      (withdrawn &&
        (withdrawn.detail.reason !== told.withdrawnReason || !isBy(withdrawn, told.withdrawnBy, told.withdrawnAt)))
    )
      find('withdrawal-unproven', facts)
    const [approved] = says('document.approved', version)
    if (
      (told.approvedAt !== undefined) !== (approved !== undefined) ||
      (approved && !isBy(approved, told.enteredFor, told.approvedAt))
    )
      find('approval-unproven', facts)
    const signatures = listOf(told.signatures)
    const proven = listOf(confirmed?.detail.signatures)
    if (signatures.length !== proven.length) find('signature-unproven', facts)
    for (const [index, { number, form, sha256: digest, file }] of signatures.entries()) {
      counted.signatures += 1
      if (proven[index]?.sha256 !== digest || proven[index]?.form !== form)
        find('signature-unproven', { ...facts, number })
      if (form === 'within' ? digest !== told.sha256 : file === undefined || digests.get(`${at}/${file}`) !== digest)
        find('signature-differs', { ...facts, number })
    }
  }

  function verifyReceipt(document, at, name) {
    if (!/^journal-\d{4,9}$/.test(name))
      return find('receipt-unreadable', { document, receipt: String(name).slice(0, 100) })
    const opened = openReceipt(`${at}/${name}`, 'document', document, { document, receipt: `${at}/${name}` }, true)
    if (opened) counted.receipts += 1
    return opened
  }

  /** The entry and its particulars, where the receipt holds. The package's own is younger than what any witness can have seen. */
  function openReceipt(name, kind, id, facts, needsWitness) {
    const receipt = text(`${name}.proof`, MOST_PROOF)
    const proof = receipt && readProof(String(receipt))
    const checkpoint = proof && readCheckpoint(proof.note)
    if (!checkpoint) return find('receipt-unreadable', facts)
    const key = known.get(checkpoint.origin)
    if (!key) return find('key-missing', { ...facts, log: checkpoint.origin })
    if (!isSigned(proof.note, checkpoint.text, key)) return find('checkpoint-signature-bad', facts)
    if (!isIncluded(proof, checkpoint)) return find('entry-not-in-log', facts)
    const isSeen = witnesses.length === 0 || seers.some((seer) => isCosigned(proof.note, checkpoint.text, seer))
    if (needsWitness && !isSeen) return find('receipt-not-witnessed', facts)
    const entry = readEntry(proof.entry)
    if (entry?.log !== checkpoint.origin || entry.subject?.kind !== kind || entry.subject.id !== id)
      return find('entry-of-something-else', facts)
    const [plain, salt] = [text(`${name}.detail`), String(text(`${name}.salt`, 200) ?? '').trim()]
    const isBound = plain && HEX.test(salt) && hmac(Buffer.from(salt, 'hex'), plain) === entry.detail?.commitment
    const detail = isBound ? objectIn(plain) : undefined
    return detail ? { entry, detail } : find('detail-differs', facts)
  }
}

const hmac = (key, bytes) => createHmac('sha256', key).update(bytes).digest('hex')

/** What the JSON says where it is an object. */
function objectIn(bytes) {
  try {
    const value = JSON.parse(bytes.toString())
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether this person did it at that moment: the row and its entry are written in one change, soon after the content. */
function isBy({ entry }, person, at, within = 60_000) {
  const who = entry.actor?.id ?? entry.actor?.kind
  return who === person?.id && Math.abs(Date.parse(entry.at) - Date.parse(at)) <= within
}

function factsOf({ kind, standing, title, patient, encounter, writtenOn }) {
  return {
    kind: kind?.kind,
    standing,
    title,
    writtenOn,
    ...(patient !== undefined && { patient }),
    ...(encounter !== undefined && { encounter }),
  }
}

/** RFC 8785, as far as strings go. */
const canonical = (facts) =>
  `{${Object.keys(facts)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(facts[name] ?? '')}`)
    .join(',')}}`

const listOf = (value) => (Array.isArray(value) ? value.filter((one) => one !== null && one !== undefined) : [])

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory())
  return new Set(
    files.map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    ),
  )
}

function digestOf(file) {
  return new Promise((resolve, reject) => {
    // A link would be another file each day.
    if (!lstatSync(file).isFile()) return resolve('')
    const hash = createHash('sha256')
    createReadStream(file)
      .on('error', reject)
      .on('data', (piece) => hash.update(piece))
      .on('end', () => resolve(hash.digest('hex')))
  })
}

/** "name+id+base64(type ‖ key)", where the id is the beginning of SHA-256(name ‖ newline ‖ type ‖ key). */
function readKey(text, type) {
  const [name, id, base64 = ''] = String(text).split(/\+([0-9a-f]{8})\+/)
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 33 || bytes[0] !== type || sha256(`${name}\n`, bytes).toString('hex', 0, 4) !== id)
    return undefined
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { text, name, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** https://c2sp.org/tlog-proof with the entry as its extra data. */
function readProof(text) {
  const end = text.indexOf('\n\n')
  const [header, extra = '', index = '', ...path] = text.slice(0, end).split('\n')
  const number = /^index (0|[1-9]\d{0,15})$/.exec(index)?.[1]
  const hashes = path.map((line) => Buffer.from(line, 'base64'))
  const isSound = hashes.every((hash, i) => hash.length === 32 && hash.toString('base64') === path[i])
  if (
    end < 0 ||
    header !== 'c2sp.org/tlog-proof@v1' ||
    !extra.startsWith('extra ') ||
    number === undefined ||
    !isSound ||
    hashes.length > MOST_PATH
  )
    return undefined
  return { entry: Buffer.from(extra.slice(6), 'base64'), index: Number(number), hashes, note: text.slice(end + 2) }
}

function readCheckpoint(note) {
  const end = note.lastIndexOf('\n\n')
  const text = note.slice(0, end + 1)
  const [origin, size = '', base64 = ''] = text.split('\n')
  const root = Buffer.from(base64, 'base64')
  if (end < 0 || !/^(0|[1-9]\d{0,15})$/.test(size) || root.length !== 32 || root.toString('base64') !== base64)
    return undefined
  return { text, origin, size: Number(size), root }
}

const isSigned = (note, text, key) =>
  signaturesOf(note, text, key, 64).some((bytes) => verify(null, Buffer.from(text), key.key, bytes))

/** https://c2sp.org/tlog-cosignature: the time of the witness is signed along. */
const isCosigned = (note, text, key) =>
  signaturesOf(note, text, key, 72).some((bytes) => {
    const said = `cosignature/v1\ntime ${bytes.readBigUInt64BE()}\n${text}`
    return verify(null, Buffer.from(said), key.key, bytes.subarray(8))
  })

/** What the key is said to have signed, so many octets each. */
function signaturesOf(note, text, key, length) {
  return note
    .slice(text.length + 1)
    .split('\n')
    .flatMap((line) => {
      const [dash, name, base64 = ''] = line.split(' ')
      const bytes = Buffer.from(base64, 'base64')
      const isOurs = dash === '—' && name === key.name && bytes.toString('hex', 0, 4) === key.id
      return isOurs && bytes.length === 4 + length && bytes.toString('base64') === base64 ? [bytes.subarray(4)] : []
    })
}

/** RFC 9162, 2.1.3.2. */
function isIncluded({ entry, index, hashes }, { size, root }) {
  if (index >= size) return false
  let [node, last, hash] = [index, size - 1, sha256(Buffer.of(0), entry)]
  for (const sibling of hashes) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = sha256(Buffer.of(1), sibling, hash)
      while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else hash = sha256(Buffer.of(1), hash, sibling)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && hash.equals(root)
}

/** Format v1: the version byte, then canonical JSON. */
const readEntry = (bytes) => (bytes[0] === 1 ? objectIn(bytes.subarray(1)) : undefined)

async function main() {
  const words = argv.slice(2)
  const take = (option) => {
    const taken = []
    for (let at = words.indexOf(option); at >= 0; at = words.indexOf(option)) taken.push(words.splice(at, 2)[1])
    return taken
  }
  const [keys, witnesses] = [take('--key'), take('--witness')]
  const report = await verifyPackage(words[0] ?? dirname(fileURLToPath(import.meta.url)), keys, witnesses)
  for (const { code, ...facts } of report.findings) console.log(`FINDING 指摘  ${code} ${JSON.stringify(facts)}`)
  const warning = report.trusted ? '' : '   (the folder says so: compare it 別に控えた鍵と比べてください)'
  for (const key of report.keys) console.log(`key        ${key}${warning}`)
  console.log(
    `documents  ${report.documents}; versions ${report.versions}; receipts ${report.receipts}; signatures ${report.signatures}`,
  )
  console.log(report.findings.length === 0 ? 'WHOLE 異常なし' : `NOT WHOLE 異常あり: ${report.findings.length}`)
  return report.findings.length === 0 ? 0 : 1
}

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main()
