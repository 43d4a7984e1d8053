import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, Topic } from '@shared/contract'

const bridge: Bridge = {
  invoke: async (method, input) => String(await ipcRenderer.invoke('app:invoke', method, input)),
  onChanged(listener) {
    const heard = (_event: unknown, topics: readonly Topic[]): void => listener(topics)
    ipcRenderer.on('app:changed', heard)
    return () => ipcRenderer.removeListener('app:changed', heard)
  },
}

contextBridge.exposeInMainWorld('app', bridge)
