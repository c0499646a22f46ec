// Nothing: without a file of its own, Next takes the one of the folder around it.
export function register(): void {}
