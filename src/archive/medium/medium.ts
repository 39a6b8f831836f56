/** 記録媒体の種別 — what holds records; paper and film have no life that a maker tells, and are not read by a machine. */
export const mediumSorts = ['hard-disk', 'ssd', 'optical', 'tape', 'usb', 'other', 'paper', 'film'] as const
export type MediumSort = (typeof mediumSorts)[number]

/** Whether somebody reads it with a machine from time to time, to see that it still can be read (7.3 C 3(1)). */
export const isMachineRead = (sort: MediumSort): boolean => sort !== 'paper' && sort !== 'film'

/** 媒体の記録 — what happened to it. */
export const mediumSteps = ['checked', 'moved', 'handed-over', 'received', 'copied', 'disposed'] as const
export type MediumStep = (typeof mediumSteps)[number]

export const checkResults = ['readable', 'faulty'] as const
