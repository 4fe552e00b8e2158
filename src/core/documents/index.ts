export { documents } from './service';
