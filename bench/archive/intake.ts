import type { Ratio } from '../ledger/ratio.ts'

export const intake = async (): Promise<readonly Ratio[]> => []
