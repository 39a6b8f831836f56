import { useSuspenseQuery } from '@tanstack/react-query'
import { inspectionsQuery } from '../assessment/inspection/queries.ts'
import { InspectionPage } from '../assessment/inspection-page.tsx'
import { Inspectors } from '../inspector/inspectors.tsx'

/** 立入検査ファイル with whom it is shown to: the files are the assessment's, the inspectors a noun of their own. */
export function InspectionPlace() {
  const { data } = useSuspenseQuery(inspectionsQuery)
  return <InspectionPage>{data.may.invite && <Inspectors hasFiles={data.files.length > 0} />}</InspectionPage>
}
