// The one account of the bench. Its root stands for what Argon2id would make of a password: key derivation is not measured.

export const BENCH_USERNAME = 'sara';
export const BENCH_ROOT = Uint8Array.from({ length: 32 }, (_, index) => index);
