import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TextProvider } from '#i18n';
import '../styles/index.css';
import { queryClient, refreshOnChange } from './bridge';
import { FirstPage } from './FirstPage';

refreshOnChange();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TextProvider locale="en">
        <FirstPage />
      </TextProvider>
    </QueryClientProvider>
  </StrictMode>,
);
