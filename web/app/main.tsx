import { MantineProvider } from '@mantine/core'
import '@fontsource-variable/noto-sans-jp/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from './i18n.ts'
import { queryClient } from './queries.ts'
import { router } from './router.tsx'
import { theme } from './theme.ts'
import './theme.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')

await startLanguage()
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="bottom-center" />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
