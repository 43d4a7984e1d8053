import { CacheProvider } from '@emotion/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyChangeSignals } from '../bridge/change-signals'
import { App } from './App'
import './theme/fonts.css'
import { createStyleCache } from './theme/style-cache'

const queryClient = new QueryClient({
  defaultOptions: {
    // The store is on this machine: nothing waits for a network, nothing grows old by itself.
    queries: { networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false, retry: false, gcTime: 10 * 60_000 },
  },
})
applyChangeSignals(queryClient)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={createStyleCache(document)}>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </CacheProvider>
  </StrictMode>,
)
