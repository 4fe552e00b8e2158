import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import { App } from './App';
import { queryClient, refreshOnChange } from './bridge';
import { settingsQuery, stateQuery } from './queries';
import { tellCutTexts } from './cut-texts';
import { keepFocus } from './keep-focus';

refreshOnChange();
// What the first screen waits for is asked at once, not in turn as its parts come up.
void queryClient.prefetchQuery(settingsQuery);
void queryClient.prefetchQuery(stateQuery);
tellCutTexts();
keepFocus();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
