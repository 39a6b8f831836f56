import type { Receipt } from '#journal'
import type { BagWriter } from './write-bag.ts'

/** 受領証 as files: the proof, and the particulars with the salt that shows that they are the entry's. */
export async function writeReceipt(bag: BagWriter, name: string, { proof, opening }: Receipt): Promise<void> {
  await bag.write(`${name}.proof`, proof)
  if (!opening) return
  await bag.write(`${name}.detail`, opening.plaintext)
  await bag.write(`${name}.salt`, `${Buffer.from(opening.salt).toString('hex')}\n`)
}
