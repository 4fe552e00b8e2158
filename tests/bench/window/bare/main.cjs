// The least that paints a window: what the product's start is compared with.

const { readFile } = require('node:fs/promises');
const { join } = require('node:path');
const { app, BrowserWindow, protocol } = require('electron');

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);
app.enableSandbox();

void app.whenReady().then(() => {
  protocol.handle('app', async () => {
    const page = await readFile(join(__dirname, 'index.html'));
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL('app://bare/index.html');
});
