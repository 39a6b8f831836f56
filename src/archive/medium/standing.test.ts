import { describe, expect, it } from 'vitest'
import { concernsOf, isInUse, type KnownMedium } from './standing.ts'

const on = '2026-11-22'
const disk = (change: Partial<KnownMedium> = {}): KnownMedium => ({
  ...{ sort: 'hard-disk', usedFrom: '2024-04-01', endsOn: '2029-03-31' },
  steps: [{ step: 'checked', onDay: '2026-11-01', result: 'readable' }],
  ...change,
})
const paper = (steps: KnownMedium['steps'] = []): KnownMedium => ({ sort: 'paper', usedFrom: '2010-04-01', steps })

describe('how a medium stands', () => {
  it.each<[string, KnownMedium, readonly string[]]>([
    ['checked three weeks ago', disk(), []],
    ['checked 31 days ago', disk({ steps: [{ step: 'checked', onDay: '2026-10-22', result: 'readable' }] }), []],
    [
      'checked 32 days ago',
      disk({ steps: [{ step: 'checked', onDay: '2026-10-21', result: 'readable' }] }),
      ['unchecked'],
    ],
    ['never checked since it was new', disk({ steps: [] }), ['unchecked']],
    ['new this month', disk({ steps: [], usedFrom: '2026-11-10' }), []],
    ['found faulty', disk({ steps: [{ step: 'checked', onDay: on, result: 'faulty' }] }), ['faulty']],
    ['past its life', disk({ endsOn: '2026-11-21' }), ['ended']],
    ['in its last day', disk({ endsOn: on }), ['ends-soon']],
    ['ending within three months', disk({ endsOn: '2027-02-20' }), ['ends-soon']],
    ['ending later', disk({ endsOn: '2027-02-21' }), []],
    ['of a life that nobody knows', disk({ endsOn: undefined }), ['end-unknown']],
    [
      'past its life and copied',
      disk({ endsOn: '2026-01-01', steps: [...disk().steps, { step: 'copied', onDay: on }] }),
      [],
    ],
    ['disposed of', disk({ endsOn: '2026-01-01', steps: [{ step: 'disposed', onDay: on }] }), []],
    ['paper on a shelf', paper(), []],
    ['paper on its way', paper([{ step: 'handed-over', onDay: on }]), ['on-its-way']],
    [
      'paper that arrived',
      paper([
        { step: 'handed-over', onDay: on },
        { step: 'received', onDay: on },
      ]),
      [],
    ],
  ])('%s', (_, medium, expected) => {
    expect(concernsOf(medium, on)).toEqual(expected)
  })

  it('is in use until it is disposed of', () => {
    expect([isInUse(disk()), isInUse(disk({ steps: [{ step: 'disposed', onDay: on }] }))]).toEqual([true, false])
  })
})
