import { defineConfig } from 'vitest/config';
import { viteReviewPage } from './scripts/review-page-plugin.mjs';
import { viteYaml } from './scripts/yaml-plugin.mjs';

export default defineConfig({
  plugins: [viteYaml as never, viteReviewPage as never],
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, pool: 'threads' },
});
