/**
 * Zod asks the browser whether it may compile its checks, and the policy reports the question as a violation. Told before it
 * is loaded, it does not ask.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
