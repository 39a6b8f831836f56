import { systemCaller } from '#access'
import type { AuditMode } from '#journal'
import type { Job } from '#timetable'
import type { Platform } from '../platform.ts'

/** What the program may see of a facility when it looks by itself. */
export const onItsOwn = (facilityId: string) => systemCaller(facilityId, ['auditor'])

/** What runs at what hour: in the night nobody waits for the machine, and a machine that is off then makes up for it. */
export function jobsOf(
  journal: Pick<Platform['journal'], 'verify'>,
  cards: Pick<Platform['cards'], 'beginRenewals'>,
  contents: Pick<Platform['contents'], 'check' | 'locks'>,
  emergency: Pick<Platform['emergency'], 'isNightlyNamed' | 'makeNightly'>,
  documents: Pick<Platform['documents'], 'readPictures'>,
): readonly Job[] {
  const audit =
    (mode: AuditMode): Job['run'] =>
    async ({ facilityId }) => {
      const { findings } = await journal.verify(onItsOwn(facilityId), { mode })
      return findings.length === 0 ? 'ok' : 'found'
    }
  // Nobody named a folder: then there is no job, and no run that says that all is well.
  const nightly: readonly Job[] = emergency.isNightlyNamed()
    ? [
        {
          name: 'emergency-package',
          hours: '50 4 * * *',
          run: async ({ facilityId }) => {
            // The director named the folder and the documents; the program goes on in their place.
            const made = await emergency.makeNightly(systemCaller(facilityId, ['director']))
            return made === undefined || made.leftOut === 0 ? 'ok' : 'found'
          },
        },
      ]
    : []
  return [
    ...nightly,
    { name: 'journal-daily', hours: '10 3 * * *', run: audit('incremental') },
    { name: 'journal-full', hours: '40 3 1 * *', run: audit('full') },
    {
      name: 'card-renewals',
      hours: '25 3 * * *',
      run: async ({ facilityId }) => {
        await cards.beginRenewals(systemCaller(facilityId, ['operator']))
        return 'ok'
      },
    },
    {
      name: 'contents-daily',
      hours: '20 4 * * *',
      run: async ({ facilityId }) => {
        const { troubles } = await contents.check(onItsOwn(facilityId), { all: false })
        return troubles.length === 0 ? 'ok' : 'found'
      },
    },
    {
      name: 'picture-words',
      hours: '35 * * * *',
      run: async ({ facilityId }) => {
        // As whoever enters documents would: what is found of them is what was entered.
        await documents.readPictures(systemCaller(facilityId, ['staff']))
        return 'ok'
      },
    },
    ...locksDaily(contents),
  ]
}

/** Only where files lie under locks: nobody else wants to read of it. */
function locksDaily({ locks }: Pick<Platform['contents'], 'locks'>): readonly Job[] {
  if (!locks) return []
  const run: Job['run'] = async ({ facilityId }) => {
    const { lapsed, uncovered, missing } = await locks.renew(onItsOwn(facilityId))
    return lapsed + uncovered + missing.length === 0 ? 'ok' : 'found'
  }
  return [{ name: 'locks-daily', hours: '40 4 * * *', run }]
}
