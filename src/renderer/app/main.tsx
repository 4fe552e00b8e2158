import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import { App } from './App';
import { queryClient, refreshOnChange } from './bridge';
import { copyThroughMain } from './copying';
import { infoQuery, settingsQuery, stateQuery } from './queries';
import { tellCutTexts } from './cut-texts';
import { keepFocus } from './keep-focus';

refreshOnChange();
// What the first screen waits for is asked at once, not in turn as its parts come up;
// they hear of a refusal.
const unheard = (): void => undefined;
queryClient.query(settingsQuery).catch(unheard);
queryClient.query(stateQuery).catch(unheard);
queryClient.query(infoQuery).catch(unheard);
tellCutTexts();
copyThroughMain();
keepFocus();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
