export { documents, type AttachOptions, type Attached, type Documents } from './service';
