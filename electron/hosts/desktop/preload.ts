import { contextBridge, ipcRenderer } from 'electron'
import { bridgePage, type PageWindow } from './page-bridge.ts'

bridgePage({ contextBridge, ipcRenderer }, globalThis as unknown as PageWindow)
