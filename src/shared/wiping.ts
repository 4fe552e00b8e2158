/** How long the button is held that destroys a vault (security design, section 14). */
export const HOLD_TO_WIPE_MS = 5_000;
