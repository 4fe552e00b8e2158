import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import { Gallery } from './Gallery';

const root = document.getElementById('root');
if (root === null) throw new Error('gallery.html has no root');
createRoot(root).render(
  <StrictMode>
    <Gallery query={new URLSearchParams(window.location.search)} />
  </StrictMode>,
);
