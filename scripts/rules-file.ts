// Bundled and run by build-rules.mjs: every module that has rules to compile is loaded, then all are compiled.
import '../src/pipeline.ts';

export { packPrepared } from '../src/rules/prepared.ts';
