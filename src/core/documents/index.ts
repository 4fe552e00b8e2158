export { documents, type DocumentPorts, type Documents } from './service';
