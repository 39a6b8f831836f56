import { readCertificate } from '@omamori/signature'
import { Refusal } from '#shared'
import type { Reader, TrustItemRow } from '#storage'
import type { Trust } from '../read-trust.ts'
import { believedRows } from './store.ts'

/** What the facility trusts now: only anchors that a person confirmed. Asks for no right: whoever verifies has been asked already. */
export async function keptTrust(db: Reader): Promise<Trust> {
  const rows = await believedRows(db)
  const anchors = rows.filter(({ kind }) => kind === 'anchor')
  return {
    anchors: anchors.filter(({ for_signers }) => for_signers === 1).map(certificateOf),
    hpkiAnchors: anchors.filter(({ for_hpki }) => for_hpki === 1).map(certificateOf),
    stampAnchors: anchors.filter(({ for_stamps }) => for_stamps === 1).map(certificateOf),
    certificates: rows.filter(({ kind }) => kind === 'intermediate').map(certificateOf),
    crls: rows.filter(({ kind }) => kind === 'list').map(({ octets }) => octets),
  }
}

/** What was confirmed is what is used. */
function certificateOf({ octets, fingerprint, item_id: itemId }: TrustItemRow) {
  const certificate = readCertificate(octets)
  if (certificate.fingerprint !== fingerprint) throw new Refusal('corrupt', { reason: 'trust-octets-changed', itemId })
  return certificate
}
