/** What a document of this number says: some lie within a segment of a file, some do not. */
export const contentOf = (seed: number): string => `見本の同意書 第${seed}号\n`.repeat(1 + seed * 700)
