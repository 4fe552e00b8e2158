import * as z from 'zod';

// The window runs under a policy that forbids `eval`, so zod must not compile.
z.config({ jitless: true });

export { z };
