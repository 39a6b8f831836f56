export { makeEmergencyCard } from './make-card.ts'
