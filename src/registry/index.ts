export * from './contract.ts'
export { checkFacility, parseFacility, type ReadFacility, readFacility } from './read-facility.ts'
export { sampleFacility } from './sample/sample.ts'
export { writeFacilityJson, writeFacilityYaml } from './write-facility.ts'
