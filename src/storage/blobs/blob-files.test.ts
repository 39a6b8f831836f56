import { blobFilesSuite } from './blob-files.suite.ts'
import { openBlobFiles } from './blob-files.ts'
import { openS3Files } from './s3/s3-files.ts'
import { fakePlaces } from './s3/testing/fake-place.ts'
import { newFolders } from './testing.ts'

const newFolder = newFolders()
const newPlace = fakePlaces()

blobFilesSuite('a folder', async () => openBlobFiles(newFolder()))
blobFilesSuite('a bucket', async () => openS3Files((await newPlace({ versioning: false, locks: false })).bucket))
blobFilesSuite('a bucket with versions', async () =>
  openS3Files((await newPlace({ versioning: true, locks: false })).bucket),
)
