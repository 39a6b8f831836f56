export * from './contract.ts'
export { type LogReviews, openLogReviews } from './open-log-reviews.ts'
export { loadReviews, type SaidReview } from './read-reviews.ts'
