export { readThrough, type ReadDocument, type ReaderProcess } from './reading';
export { readInProcess } from './reader-process';
export { documents, type DocumentPorts, type Documents } from './service';
