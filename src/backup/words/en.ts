import { type BackupWords, clockTime, size } from './words.ts'

const ways: Readonly<Record<string, string>> = {
  permitted: 'writing is permitted',
  opened: 'a file could be opened for writing',
  owner: 'its owner can give himself the right',
}

export const en: BackupWords = {
  states: { met: '○', 'not-met': '×', unknown: '?' },
  rules: {
    'place-seen': 'place looked at',
    integrity: 'not damaged',
    content: 'not encrypted by an attacker',
    canary: 'canary files',
    freshness: 'freshness',
    gaps: 'missing generations',
    generations: 'number of generations',
    retention: 'time kept',
    protection: 'generations that cannot be changed',
    reach: 'out of reach',
    methods: 'several methods',
    change: 'sudden change',
    clock: 'times that agree',
    completeness: 'complete',
    disclosure: 'unreadable when stolen',
  },
  findings: {
    seen: ({ generations, engine }) => `${generations} generations were seen (${engine}).`,
    'engine-missing': ({ program }) =>
      `${program} is not installed on this machine, so nothing could be seen. Install it and verify again.`,
    'engine-version': ({ found, needs }) => `This version cannot be looked at (${found}); needed: ${needs}.`,
    'engine-failed': ({ said }) =>
      `The backup program stopped, so nothing could be seen: "${said}". Nothing was changed at the place.`,
    'place-missing': () =>
      'There is nothing at this place. See whether it is connected (mounted) and whether the path in the plan is right.',
    'not-a-place': ({ said }) =>
      `What is there is no backup of the kind that the plan says${said ? `: "${said}"` : '.'}`,
    'secret-missing': ({ named }) =>
      `The password cannot be read from ${named}, so it cannot be opened; in an emergency neither.`,
    'wrong-password': () => 'The password (key) does not fit. Find out now where the right one is.',
    locked: ({ locks }) =>
      `There are ${locks} locks: another program works there, or stopped half way. Make sure that none is running before you remove them.`,
    damaged: ({ said }) => `Damaged: "${said}". Keep it as it is, and protect the generations at other places.`,
    'not-permitted': () => 'This account may not read there, so nothing could be seen.',
    'timed-out': ({ minutes }) =>
      `Given up after ${minutes} minutes. Raise limits.minutes in the plan and verify again.`,
    'too-many-files': () => 'Given up: too many files or folders. See whether the path is right.',
    'too-much-output': () => 'Given up: the program printed too much.',
    'medium-away': () => 'The medium is not connected, as planned.',
    'word-of-a-person': ({ on, by, how, newestOn }) =>
      `${by} looked on ${on} (${how}); the newest generation is of ${newestOn}. A person's word is weaker than what a program saw.`,
    'word-expired': ({ on, days }) =>
      `A person last looked on ${on}; that counts for ${days} days. Look at the medium again and renew "seen".`,
    'word-of-the-future': ({ on, newestOn }) =>
      `The day of looking (${on}) or of the generation (${newestOn}) has not come yet. Check the dates.`,
    'never-seen': () => 'No program can see this medium from here, and no person said that they looked ("seen").',
    intact: ({ generations }) => `All ${generations} generations were read and are not damaged.`,
    'generation-damaged': ({ example }) =>
      `This generation is damaged or cut short${example ? ` (${example})` : ''}. Do not count on it.`,
    'not-checked': ({ count, generations, engine }) =>
      `Whether ${count} of ${generations} generations are as they were stored cannot be checked.${engine === 'folder' ? ' Write SHA256SUMS into each generation.' : ''}`,
    fresh: ({ newestAt, ageHours }) => `The newest generation is of ${clockTime(newestAt)} (${ageHours} hours ago).`,
    stale: ({ newestAt, ageHours, allowedHours }) =>
      `The newest good generation is of ${clockTime(newestAt)} (${ageHours} hours ago); it should be within ${allowedHours} hours. See whether backups still run.`,
    'beyond-rpo': ({ ageHours, rpoHours }) =>
      `A loss now would cost ${ageHours} hours of data; the objective (RPO) is ${rpoHours}.`,
    'no-generation': () => 'There is no generation that can be used.',
    'no-time': () => 'Nothing says when the generations were taken. Put a date into their names.',
    'no-gap': ({ days }) => `None is missing in the last ${days} days.`,
    gap: ({ from, to, hours, allowedHours }) =>
      `No generation from ${clockTime(from)} to ${clockTime(to)}, ${hours} hours (at most ${allowedHours}).`,
    'enough-generations': ({ found, needed }) => `There are ${found} good generations (${needed} or more).`,
    'too-few-generations': ({ found, needed }) =>
      `There are only ${found} good generations (${needed} or more are needed).`,
    'generations-unknown': ({ found, needed }) =>
      `${found} generations were seen; a place could not be looked at, so whether there are ${needed} is unknown.`,
    'kept-long-enough': ({ days }) => `The oldest generation is ${days} days old.`,
    'kept-too-short': ({ days, neededDays }) =>
      `The oldest generation is ${days} days old; the plan keeps ${neededDays} days.`,
    protected: ({ from, found }) => `From generation ${from} on, ${found} have a copy that cannot be changed.`,
    'not-protected': ({ from, needed, found }) =>
      `From generation ${from} on, ${found} have a copy that cannot be changed (${needed} needed). Ransomware could take them all. Copy to a medium that is disconnected or cannot be written.`,
    'protection-unknown': ({ from }) => `Whether a copy from generation ${from} on cannot be changed is unknown.`,
    'old-not-protected': ({ count, days }) =>
      `${count} generations older than ${days} days have no copy that cannot be changed.`,
    'several-methods': ({ found }) => `Kept by ${found} methods.`,
    'one-method': ({ found, needed }) => `Kept by ${found} method(s); ${needed} are needed.`,
    'not-writable': () => 'This account on this machine cannot write there (tried without writing).',
    'writable-from-here': ({ because }) =>
      `A copy that should be out of reach can be written from this machine (${ways[because ?? ''] ?? because}). Ransomware can do the same.`,
    'writing-unknown': () => 'Whether it can be written could not be tried.',
    'content-plausible': ({ files }) => `Parts of ${files} files were read; none looks encrypted.`,
    'content-encrypted': ({ files, count, example }) =>
      `An attacker may have encrypted it: of ${files} files read, ${count} are not what their names say (${example}). Disconnect it from the network and protect older generations.`,
    'content-suspicious': ({ files, count }) =>
      `Of ${files} files read, ${count} hold random bytes of no known kind. See whether an attacker encrypted them.`,
    'content-unknown': () => 'No file could be read for its content, so whether it was encrypted is unknown.',
    'canary-kept': ({ generations }) => `As it was in ${generations} generations.`,
    'canary-changed': ({ path }) => `The canary file ${path} was changed: somebody may have encrypted everything.`,
    'canary-missing': ({ path }) => `The canary file ${path} is not there.`,
    'canary-unknown': ({ path }) => `The canary file ${path ?? ''} could not be looked at.`,
    'size-steady': () => 'No sudden change.',
    shrunk: ({ newest, usual }) => `Suddenly smaller (usually ${size(usual)}, now ${size(newest)} bytes).`,
    grown: ({ newest, usual }) => `Suddenly larger (usually ${size(usual)}, now ${size(newest)} bytes).`,
    'fewer-files': ({ newest, usual }) => `Suddenly fewer files (usually ${size(usual)}, now ${size(newest)}).`,
    'more-files': ({ newest, usual }) => `Suddenly more files (usually ${size(usual)}, now ${size(newest)}).`,
    'clock-plausible': () => 'The times agree.',
    'from-the-future': ({ at }) =>
      `It bears a time that has not come (${clockTime(at)}). Check the clock; attackers also make old generations look new.`,
    'written-later': ({ named, at }) =>
      `A generation of ${clockTime(named)} holds something written at ${clockTime(at)}: it may have been changed afterwards.`,
    'name-disagrees': ({ named, at }) =>
      `Its name says ${clockTime(named)} or later, but it was written before (${clockTime(at)}). See whether generations were swapped.`,
    'holds-everything': ({ paths }) => `All ${paths} paths that it should hold are there.`,
    'holds-unknown': () => 'Whether it holds what it should cannot be told for this kind.',
    'lacks-path': ({ path }) => `It should hold ${path} and does not.`,
    'empty-generation': () => 'This generation is empty.',
    encrypted: ({ by }) => (by === 'engine' ? 'It is encrypted.' : 'It is encrypted, as the plan says.'),
    'not-encrypted': () => 'It is not encrypted: whoever steals it can read it.',
    'encryption-unknown': () => 'Whether it is encrypted is unknown. Say "encrypted" in the plan.',
  },
  place: 'place',
  generation: 'generation',
  lookedAt: (at) => `as seen at ${clockTime(at)} (Tokyo)`,
  caveat: 'This only looked; nothing was restored. Whether it can be restored is shown by a drill.',
}
