import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import { App } from './App';
import { refreshOnChange } from './bridge';
import { tellCutTexts } from './cut-texts';
import { keepFocus } from './keep-focus';

refreshOnChange();
tellCutTexts();
keepFocus();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
