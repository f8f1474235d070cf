export declare const esbuildReviewPage: import('esbuild').Plugin;
export declare const viteReviewPage: {
  name: string;
  enforce: 'pre';
  resolveId(id: string): string | undefined;
  load(id: string): Promise<string> | undefined;
};
