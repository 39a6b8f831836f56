// One verification: takes what it is handed, answers once, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { type FileQuestion, type Moment, type PolicyName, readCertificate } from '@omamori/signature'
import { verifyFiles } from '../verify-files.ts'

/** What a thread is handed: certificates as octets, since a thread takes nothing but plain values. */
export interface Handed {
  readonly files: readonly FileQuestion[]
  readonly anchors: readonly Uint8Array[]
  readonly hpkiAnchors: readonly Uint8Array[]
  readonly stampAnchors: readonly Uint8Array[]
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly at: Moment
  readonly policy: PolicyName
}

if (parentPort) parentPort.postMessage(await answered(workerData as Handed))

function answered({ files, anchors, hpkiAnchors, stampAnchors, certificates, crls, at, policy }: Handed) {
  const trust = {
    anchors: anchors.map(readCertificate),
    hpkiAnchors: hpkiAnchors.map(readCertificate),
    stampAnchors: stampAnchors.map(readCertificate),
    certificates: certificates.map(readCertificate),
    crls,
  }
  return verifyFiles(files, { trust, at, policy })
}
