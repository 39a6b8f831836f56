export { checkShape, type Located, unlocated } from './check-shape.ts'
export * from './contract.ts'
export { decodeText } from './decode-text.ts'
export { keptPlaces } from './diagram/kept-places.ts'
export { drawDiagram } from './diagram/svg.ts'
export { openDirectory } from './directory.ts'
export { type FactChange, factsBetween } from './history/facts-between.ts'
export type { Expected, Path } from './issue.ts'
export { openRegistry, type Registry } from './open-registry.ts'
export { parseText } from './parse-text.ts'
export { parseFacilityFile } from './read-any.ts'
export {
  checkFacility,
  limited as limitedIssues,
  parseFacility,
  type ReadFacility,
  readFacility,
} from './read-facility.ts'
export { readFact } from './read-fact.ts'
export { type SampleName, sampleFacility, sampleHospital, samples } from './sample/sample.ts'
export { cellWords } from './workbook/cell-of.ts'
export { type ChoiceLists, choiceLists } from './workbook/choice-lists.ts'
export { type Grid, gridOf } from './workbook/grid.ts'
export { FIRST_ROW, HEADER_ROW, KEY_ROW, TITLE_ROW } from './workbook/layout.ts'
export { namesIn, plainText } from './workbook/names.ts'
export { openWorkbook } from './workbook/open-workbook.ts'
export { type CellValue, cellName, type FoundValue, type PullDown, type SheetPlan } from './workbook/workbook.ts'
export { writeFacilityWorkbook, writeTemplateWorkbook } from './workbook/write.ts'
export { writeSheets } from './workbook/write-sheets.ts'
export { writeFacilityJson, writeFacilityYaml } from './write-facility.ts'
