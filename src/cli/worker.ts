import { serve } from './serve.ts';

/** A worker thread of the whole program; dist/worker.cjs starts one of the plain call. */
await serve();
