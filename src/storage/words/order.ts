import { addDays, type Day, daysBetween } from '#shared'

// A document's place among all: by the day it was written, then by the order of intake. Both fit below 2^53: days until the year 9999 need 22
// bits, and two thousand million documents 31.
export const PLACES_OF_A_DAY = 2 ** 31

export const dayNumber = (day: Day): number => daysBetween('0000-01-01', day)

/** The first place of a day. */
export const firstPlaceOf = (day: Day): number => dayNumber(day) * PLACES_OF_A_DAY

/** The last place of a day. */
export const lastPlaceOf = (day: Day): number => firstPlaceOf(day) + PLACES_OF_A_DAY - 1

/** The day of a place. */
export const dayOfPlace = (place: number): Day => addDays('0000-01-01', Math.floor(place / PLACES_OF_A_DAY))
