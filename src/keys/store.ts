import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#shared'
import { type Change, type DataKeyRow, type Reader, type Storage, writeDurably } from '#storage'
import type { KeyPurpose } from './contract.ts'
import { type RootFile, readRootFile, writeRootFile } from './root-file.ts'
import { KEY_BYTES } from './seal.ts'

const rootPath = (directory: string) => join(directory, 'root.json')
const keyFilePath = (directory: string) => join(directory, 'unlock.key')
const keyFileHead = 'omamori-unlock-key@1'

export const hasRootFile = (directory: string): boolean => existsSync(rootPath(directory))

export function loadRootFile(directory: string): RootFile {
  const path = rootPath(directory)
  if (!existsSync(path)) throw new Refusal('locked', { what: 'keys', reason: 'no-keys', file: path })
  return readRootFile(readFileSync(path, 'utf8'), path)
}

/** Durable once it returns; whoever reads sees the old file or the new one. */
export function keepRootFile(directory: string, file: Omit<RootFile, 'format'>): void {
  writeDurably(rootPath(directory), writeRootFile(file))
}

export function keepKeyFile(directory: string, secret: Uint8Array): void {
  writeDurably(keyFilePath(directory), `${keyFileHead}\n${Buffer.from(secret).toString('base64')}\n`)
}

export function loadKeyFile(directory: string): Uint8Array {
  const path = keyFilePath(directory)
  if (!existsSync(path)) throw new Refusal('locked', { what: 'keys', reason: 'key-file-missing', file: path })
  const [head, text = ''] = readFileSync(path, 'utf8').split('\n')
  const secret = Buffer.from(text, 'base64')
  if (head !== keyFileHead || secret.length !== KEY_BYTES) {
    throw new Refusal('locked', { what: 'keys', reason: 'key-file-unreadable', file: path })
  }
  return secret
}

export function loadDataKeys(storage: Storage, facilityId: string): Promise<readonly DataKeyRow[]> {
  return storage.read({ facilityId }, (db) => dataKeysIn(db))
}

export async function dataKeysIn(db: Reader): Promise<readonly DataKeyRow[]> {
  return db.selectFrom('data_key').selectAll().orderBy('created_at').execute()
}

export async function addDataKeys(change: Change, rows: readonly DataKeyRow[]): Promise<void> {
  await change.db.insertInto('data_key').values(rows).execute()
}

/** Retires the current key of a purpose; the row stays, since it still opens what it closed. */
export async function retireDataKeys(change: Change, purpose: KeyPurpose, at: string): Promise<void> {
  const current = change.db.updateTable('data_key').where('purpose', '=', purpose).where('retired_at', 'is', null)
  await current.set({ retired_at: at }).execute()
}

export async function rewrapDataKey(change: Change, row: DataKeyRow): Promise<void> {
  const { key_id, root_key_id, wrapped } = row
  await change.db.updateTable('data_key').set({ root_key_id, wrapped }).where('key_id', '=', key_id).execute()
}

export async function facilitiesIn(change: Change): Promise<readonly string[]> {
  const rows = await change.db.selectFrom('facility').select('facility_id').execute()
  return rows.map((row) => row.facility_id)
}
