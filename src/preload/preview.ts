import { ipcRenderer } from 'electron';

// The page gets the one port to its document's bytes, and nothing else of Electron.
ipcRenderer.once('port', ({ ports }) => {
  window.postMessage('port', '*', [...ports]);
});
