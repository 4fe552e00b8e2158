export { contested, preferClaim, rivalClaims, type ClaimView, type Preference } from './rules';
