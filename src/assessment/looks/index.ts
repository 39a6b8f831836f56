import { lookAtContents } from './contents-whole.ts'
import { lookAtCopies } from './copies-readable.ts'
import { lookAtFormats } from './formats-readable.ts'
import { lookAtHandOvers } from './hand-overs.ts'
import { heldBy, type Look } from './look.ts'
import { lookAtMedia } from './media-checked.ts'
import { lookAtOldPapers } from './old-papers.ts'
import { lookAtProxies } from './proxies-settled.ts'
import { lookAtScans } from './scans-signed.ts'

const lookAtPersons: Look = ({ confirmed }) => heldBy(confirmed, 'kept-persons-recorded')
const lookAtVersions: Look = ({ corrected }) => heldBy(corrected, 'kept-versions-held')
const lookAtProfiles: Look = ({ scans }) => heldBy(scans, 'kept-scans-by-rule')
const lookAtDispensed: Look = ({ scansDispensed }) => heldBy(scansDispensed, 'kept-dispensed-after')

/** What the archive says beside the requirement it is about. No requirement has a rule and a look. */
export const looks: Readonly<Record<string, Look>> = {
  '7.1.C-1-1-a': lookAtPersons,
  '7.1.C-2-1-a': lookAtPersons,
  '7.1.C-2-1-b': ({ confirmed }) => heldBy(confirmed, 'kept-seen-before'),
  '7.1.C-2-1-c': lookAtPersons,
  '7.1.C-2-1-d': lookAtContents,
  '7.1.C-3-1': lookAtVersions,
  '7.1.C-3-2': lookAtVersions,
  '7.1.C-4-2': ({ proxies }) => heldBy(proxies, 'kept-proxies-recorded'),
  '7.1.C-4-3': lookAtProxies,
  '7.2.C-2': lookAtFormats,
  '7.2.D-2': lookAtCopies,
  '7.3.C-2-4': ({ documents }) => heldBy(documents, 'kept-views-recorded'),
  '7.3.C-3-1': lookAtMedia,
  '9.1.C-1-1': lookAtProfiles,
  '9.1.C-1-4': lookAtProfiles,
  '9.1.C-2-3': lookAtScans,
  '9.2.C-1': lookAtScans,
  '9.3.C-1': lookAtOldPapers,
  '9.4.C-1': lookAtDispensed,
  'App1.1.C-1-1': lookAtHandOvers,
  'App1.1.C-3-2': lookAtMedia,
}
